package fixtures

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// The fields below stand in the order in which the file spells them.

type vectorFile struct {
	Format   string   `json:"format"`
	Language string   `json:"language"`
	Dialect  string   `json:"dialect"`
	Mode     string   `json:"mode"`
	Source   source   `json:"source"`
	Runtime  string   `json:"runtime"`
	Clock    string   `json:"clock"`
	Random   string   `json:"random"`
	Vectors  []vector `json:"vectors"`
}

type source struct {
	Repository string  `json:"repository"`
	Path       string  `json:"path"`
	Commit     string  `json:"commit"`
	SHA256     *string `json:"sha256"` // null: go.sum holds the checksum
	Note       string  `json:"note"`
}

type input struct {
	AppID                  uint32 `json:"appId"`
	UserID                 string `json:"userId"`
	Secret                 string `json:"secret"`
	EffectiveTimeInSeconds int64  `json:"effectiveTimeInSeconds"`
	Payload                string `json:"payload"`
}

type testCase struct {
	ID      string `json:"id"`
	Group   string `json:"group"`
	Comment string `json:"comment"`
	Input   input  `json:"input"`
	ClockMs int64  `json:"clockMs"`
	Seed    int64  `json:"seed"`
}

// A vector is a case and what came of it; the pointer that is nil leaves no
// trace in the JSON.
type vector struct {
	testCase
	Result string `json:"result"`
	*accepted
	*rejected
}

type accepted struct {
	Mode      string `json:"mode"`
	CTime     int64  `json:"ctime"`
	Expire    int64  `json:"expire"`
	Nonce     int32  `json:"nonce"`
	IV        string `json:"iv"`
	Plaintext string `json:"plaintext"`
	Token     string `json:"token"`
}

type rejected struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// encode writes JSON in ASCII, one blank to a level, as all the vector files
// are written: with escapes only where ASCII needs them, so < > & as they are.
func encode(t *testing.T, file vectorFile) []byte {
	var utf8JSON bytes.Buffer
	encoder := json.NewEncoder(&utf8JSON)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(file); err != nil {
		t.Fatal(err)
	}
	// What is not ASCII stands inside a string, where an escape means the same.
	// DEL is escaped with it, although it is ASCII: it cannot be seen.
	ascii := make([]byte, 0, utf8JSON.Len())
	for _, r := range utf8JSON.String() {
		if r < 0x7f {
			ascii = utf8.AppendRune(ascii, r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			ascii = fmt.Appendf(ascii, `\u%04x`, unit)
		}
	}
	return ascii
}
