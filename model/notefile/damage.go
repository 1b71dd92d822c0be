package notefile

// Damage says what of the notes could not be read. The zero value is none.
type Damage struct {
	Lines      int      // torn or altered, and copied to *.damaged
	Missing    int      // lines cut off, as the numbers of those around them tell
	Newer      int      // notes by a newer version of Parley
	Foreign    int      // notes on another dataset
	Unreadable int      // files that could not be read at all
	Files      []string // the names of the files concerned
}

// IsZero reports whether everything was read.
func (d Damage) IsZero() bool { return len(d.Files) == 0 }

func (d Damage) isNone() bool { return d.Lines+d.Missing+d.Newer+d.Foreign+d.Unreadable == 0 }

func (d *Damage) add(name string, other Damage) {
	if other.isNone() {
		return
	}
	d.Lines += other.Lines
	d.Missing += other.Missing
	d.Newer += other.Newer
	d.Foreign += other.Foreign
	d.Unreadable += other.Unreadable
	d.Files = append(d.Files, name)
}
