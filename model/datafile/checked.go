package datafile

import (
	"context"
	"fmt"

	"parley/model"
)

// ReadChecked reads a dataset that is built into the program and in which [Read] found no error: a test and make check
// have it so before a program is made. The rules between facts are not held against it again, which takes a quarter of
// the time. A dataset that cannot be decoded is an error.
func ReadChecked(name string, data []byte) (*model.Dataset, error) {
	facts, inOrder, err := decode(data, newWork(context.Background(), nil))
	if facts == nil || !inOrder || err != nil {
		ds, problems := Read(name, data)
		if err := problems.Err(); err != nil || ds == nil {
			return nil, fmt.Errorf("read the dataset of the program: %w", err)
		}
		return ds, nil
	}
	return model.New(*facts), nil
}
