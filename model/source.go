package model

// SourceID names a publication.
type SourceID string

// Source is a publication that facts rest on.
type Source struct {
	ID        SourceID
	Formerly  []SourceID // in earlier versions of the dataset
	Publisher string
	Title     string
	// TitleBasis is "printed" when the title is the publication's own, "address" when it was taken from the words of the
	// address, "described" when it is the editor's description.
	TitleBasis string
	URL        string // empty where none is known
	Published  Date   // zero where not known
	Side       SideID // whose outlet or statement it is; empty for a third party
	Weak       bool   // a blog, repost, digest or machine-written copy: never sets a headline value
	Aliases    []SourceID
	Note       Text
}

// Reporter says whose count a claim is: a side, a third party, or somebody the source does not name.
type Reporter string

// Reporters that are no side. Any other Reporter is a SideID.
const (
	ThirdParty Reporter = "third-party"
	NotNamed   Reporter = "not-named"
)

// Side returns the side that reports, or "" where it is not one of the sides.
func (r Reporter) Side() SideID {
	if r == ThirdParty || r == NotNamed {
		return ""
	}
	return SideID(r)
}
