package keep

import "slices"

// What follows is what the toolkit expects of preferences (fyne.Preferences), for its own dialogs keep their settings there
// too. A value of another type than asked for counts as missing.

func value[T any](s *Settings, key string, fallback T) T {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.values[key].(T); ok {
		return v
	}
	return fallback
}

func set(s *Settings, key string, v any, same bool) {
	if same {
		return
	}
	s.mu.Lock()
	if s.values == nil {
		s.values = map[string]any{}
	}
	s.values[key] = v
	s.isChanged = true
	listeners := slices.Clone(s.listeners)
	s.mu.Unlock()
	for _, tell := range listeners {
		tell()
	}
}

// list reads a list, which a file holds as a list of values of any type.
func list[T any](s *Settings, key string, fallback []T) []T {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch v := s.values[key].(type) {
	case []T:
		return slices.Clone(v)
	case []any:
		typed := make([]T, 0, len(v))
		for _, e := range v {
			t, ok := e.(T)
			if !ok {
				return fallback
			}
			typed = append(typed, t)
		}
		return typed
	}
	return fallback
}

// Numbers are kept as JSON has them, so a whole number is one with a fraction of nothing.
func whole(numbers []float64) []int {
	var ints []int
	for _, n := range numbers {
		ints = append(ints, int(n))
	}
	return ints
}

func fractions(ints []int) []float64 {
	var numbers []float64
	for _, n := range ints {
		numbers = append(numbers, float64(n))
	}
	return numbers
}

func (s *Settings) Bool(key string) bool                     { return s.BoolWithFallback(key, false) }
func (s *Settings) BoolWithFallback(key string, f bool) bool { return value(s, key, f) }
func (s *Settings) SetBool(key string, v bool)               { set(s, key, v, s.has(key) && s.Bool(key) == v) }

func (s *Settings) Float(key string) float64                      { return s.FloatWithFallback(key, 0) }
func (s *Settings) FloatWithFallback(k string, f float64) float64 { return value(s, k, f) }
func (s *Settings) SetFloat(key string, v float64)                { set(s, key, v, s.has(key) && s.Float(key) == v) }

func (s *Settings) Int(key string) int { return s.IntWithFallback(key, 0) }

func (s *Settings) IntWithFallback(key string, f int) int   { return int(value(s, key, float64(f))) }
func (s *Settings) SetInt(key string, v int)                { s.SetFloat(key, float64(v)) }
func (s *Settings) String(key string) string                { return s.StringWithFallback(key, "") }
func (s *Settings) StringWithFallback(key, f string) string { return value(s, key, f) }
func (s *Settings) SetString(key, v string)                 { set(s, key, v, s.has(key) && s.String(key) == v) }

func (s *Settings) BoolList(key string) []bool                            { return list[bool](s, key, nil) }
func (s *Settings) BoolListWithFallback(key string, f []bool) []bool      { return list(s, key, f) }
func (s *Settings) SetBoolList(key string, v []bool)                      { set(s, key, v, false) }
func (s *Settings) FloatList(key string) []float64                        { return list[float64](s, key, nil) }
func (s *Settings) FloatListWithFallback(k string, f []float64) []float64 { return list(s, k, f) }
func (s *Settings) SetFloatList(key string, v []float64)                  { set(s, key, v, false) }
func (s *Settings) IntList(key string) []int                              { return s.IntListWithFallback(key, nil) }

func (s *Settings) IntListWithFallback(key string, f []int) []int {
	return whole(list(s, key, fractions(f)))
}

func (s *Settings) SetIntList(key string, v []int) { s.SetFloatList(key, fractions(v)) }

func (s *Settings) StringList(key string) []string                       { return list[string](s, key, nil) }
func (s *Settings) StringListWithFallback(k string, f []string) []string { return list(s, k, f) }
func (s *Settings) SetStringList(key string, v []string)                 { set(s, key, v, false) }

func (s *Settings) has(key string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.values[key]
	return ok
}

// RemoveValue forgets a value.
func (s *Settings) RemoveValue(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.values, key)
	s.isChanged = true
}

// AddChangeListener calls a function after each change of a value.
func (s *Settings) AddChangeListener(tell func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listeners = append(s.listeners, tell)
}

// ChangeListeners are the functions that are called after each change.
func (s *Settings) ChangeListeners() []func() {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.listeners)
}
