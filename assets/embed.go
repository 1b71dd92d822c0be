// Package assets holds what window, charts and commands share: fonts, the icon and the texts of the program.
package assets

import "embed"

// Texts are the program's own texts, one file per area and language: texts/AREA.LANGUAGE.json.
//
//go:embed texts/*.json
var Texts embed.FS

// Regular and SemiBold are Noto Sans, with Latin, Cyrillic and Turkish letters (SIL Open Font License 1.1, see
// fonts/OFL.txt).
var (
	//go:embed fonts/NotoSans-Regular.ttf
	Regular []byte
	//go:embed fonts/NotoSans-SemiBold.ttf
	SemiBold []byte
)

// Licences are those of the libraries that the program is built from, licences/PATH/LICENSE.txt, and FontLicence is that of
// the fonts. A test holds them against the libraries.
var (
	//go:embed licences
	Licences embed.FS
	//go:embed fonts/OFL.txt
	FontLicence string
)

// Icon is the program's icon; Icons are those of the navigation, icons/PAGE.svg; CopyIcon is that of copying.
var (
	//go:embed icons/copy.svg
	CopyIcon []byte
	//go:embed icon.png
	Icon []byte
	//go:embed icons/*.svg
	Icons embed.FS
)
