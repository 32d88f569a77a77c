// Command go-testee lets the official Go module answer the parity runner: one
// JSON request a line on stdin, one JSON answer a line on stdout, in order,
// until the input ends. The module makes and decrypts the tokens; only the
// frame around the ciphertext, which it has no reader for, is read here.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	zego "github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/errors"
	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/token04"
	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/util"
)

const officialModule = "github.com/ZEGOCLOUD/zego_server_assistant/token/go/src"

func main() {
	if len(os.Args) == 3 && os.Args[1] == "bench" {
		bench(os.Args[2])
		return
	}
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// bench says how many nanoseconds a token takes, in this process.
func bench(count string) {
	n, err := strconv.Atoi(count)
	if err != nil || n < 10 {
		fmt.Fprintln(os.Stderr, "bench needs a number")
		os.Exit(2)
	}
	var start time.Time
	for i := range n + n/10 {
		if i == n/10 { // the first were to warm up
			start = time.Now()
		}
		_, err := token04.GenerateToken04(1, "demo", "fa94dd0f974cf2e293728a526b028271", 3600,
			`{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}`)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	fmt.Printf("{\"generate\":{\"cbc\":%d}}\n", time.Since(start).Nanoseconds()/int64(n))
}

// serve answers line by line. It reads with bufio.Reader, since a Scanner
// stops at lines of 64 KiB; the encoder writes each answer in one piece and
// unbuffered, so there is nothing to flush.
func serve(in io.Reader, out io.Writer) error {
	lines := bufio.NewReader(in)
	answers := json.NewEncoder(out)
	answers.SetEscapeHTML(false)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return err
		}
		if len(line) > 0 {
			if err := answers.Encode(answerLine(line)); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// An answer holds exactly one of the three: what came of the request, what was
// wrong with it, or why this testee cannot try it.
type answer struct {
	ID          json.RawMessage `json:"id"`
	OK          any             `json:"ok,omitempty"`
	Error       *failure        `json:"error,omitempty"`
	Unsupported unsupported     `json:"unsupported,omitempty"`
}

type failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

func (f *failure) Error() string { return f.Code + ": " + f.Message }

type unsupported string

func (u unsupported) Error() string { return string(u) }

func fail(code, format string, arguments ...any) error {
	return &failure{code, fmt.Sprintf(format, arguments...)}
}

func answerLine(line []byte) answer {
	// A map, because it matches names exactly; the fields of a struct would
	// also take APPID for appId.
	var req request
	if !utf8.Valid(line) || json.Unmarshal(line, &req) != nil || req == nil {
		return answer{Error: &failure{"BadRequest", "the line is not a JSON object in UTF-8"}}
	}
	a := answer{ID: req["id"]}
	ok, err := req.run(line)
	switch err := err.(type) {
	case nil:
		a.OK = ok
	case *failure:
		a.Error = err
	case unsupported:
		a.Unsupported = err
	default:
		// Go's own messages may quote what they failed on, so they stay here.
		a.Error = &failure{"Internal", "unexpected error"}
	}
	return a
}

type request map[string]json.RawMessage

// fields are what each op knows; any other would change what is asked.
var fields = map[string][]string{
	"describe": {"id", "op"},
	"generate": {
		"id", "op", "mode", "appId", "userId", "serverSecret", "effectiveTimeInSeconds", "payload",
		"ctime", "nonce", "iv",
	},
	"decode": {"id", "op", "token", "serverSecret"},
}

func (req request) run(line []byte) (ok any, err error) {
	// A panic of the module is an answer too, and not the end of the run.
	defer func() {
		if recover() != nil {
			ok, err = nil, fail("Crash", "the official module panicked")
		}
	}()
	if hasLoneSurrogate(line) {
		// encoding/json would replace it, and the answer be about another text.
		return nil, unsupported("a Go string in UTF-8 cannot hold a lone surrogate")
	}
	op, err := field[string](req, "op")
	if err != nil {
		return nil, err
	}
	for name := range req {
		if known, isOp := fields[op]; isOp && !slices.Contains(known, name) {
			return nil, unsupported("an unknown field")
		}
	}
	switch op {
	case "describe":
		return describe(), nil
	case "generate":
		return generate(req)
	case "decode":
		return decode(req)
	case "verify":
		return nil, unsupported("the official Go module has no verifier")
	default:
		return nil, unsupported("unknown op")
	}
}

// field reads one field as a T. A null is refused here because encoding/json
// would leave the zero value for it.
func field[T any](req request, name string) (value T, err error) {
	raw := req[name]
	if raw == nil || string(raw) == "null" || json.Unmarshal(raw, &value) != nil {
		return value, fail("BadRequest", "%s must be present and a JSON value that fits into %T", name, value)
	}
	return value, nil
}

type description struct {
	Protocol int      `json:"protocol"`
	Name     string   `json:"name"`
	Language string   `json:"language"`
	Version  string   `json:"version"`
	Dialect  string   `json:"dialect"`
	Generate []string `json:"generate"`
	Decode   []string `json:"decode"`
	Verify   []string `json:"verify"`
	Controls []string `json:"controls"`
}

func describe() description {
	return description{
		Protocol: 1,
		Name:     "official Go module",
		Language: "go",
		Version:  officialVersion(),
		Dialect:  "go",
		Generate: []string{"cbc"},
		Decode:   []string{"cbc"},
		Verify:   []string{},
		Controls: []string{},
	}
}

// officialVersion is the version that was linked in, not the one asked for.
func officialVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if module.Path == officialModule && module.Replace == nil {
				return module.Version
			}
		}
	}
	return "unknown"
}

type generated struct {
	Token string `json:"token"`
}

func generate(req request) (any, error) {
	for _, name := range []string{"ctime", "nonce", "iv"} {
		if _, given := req[name]; given {
			return nil, unsupported("the official Go module chooses the " + name + " itself")
		}
	}
	mode, err := field[string](req, "mode")
	if err != nil {
		return nil, err
	}
	if mode != "cbc" {
		return nil, unsupported("this version of the official Go module makes CBC tokens only")
	}
	appID, err1 := field[uint32](req, "appId")
	userID, err2 := field[string](req, "userId")
	secret, err3 := field[string](req, "serverSecret")
	ttl, err4 := field[int64](req, "effectiveTimeInSeconds")
	payload, err5 := field[string](req, "payload")
	for _, err := range []error{err1, err2, err3, err4, err5} {
		if err != nil {
			return nil, err
		}
	}

	token, err := token04.GenerateToken04(appID, userID, secret, ttl, payload)
	if refusal := (*zego.ZegoSDKError)(nil); errors.As(err, &refusal) {
		return nil, fail(refusal.GetCode(), "%s", refusal.Error())
	}
	if err != nil {
		return nil, err
	}
	return generated{token}, nil
}

type decoded struct {
	Mode      string `json:"mode"`
	Claims    claims `json:"claims"`
	IV        string `json:"iv"`
	Plaintext string `json:"plaintext"`
}

type claims struct {
	AppID   uint32 `json:"appId"`
	UserID  string `json:"userId"`
	CTime   int64  `json:"ctime"`
	Expire  int64  `json:"expire"`
	Nonce   int32  `json:"nonce"`
	Payload string `json:"payload"`
}

func decode(req request) (any, error) {
	token, err := field[string](req, "token")
	if err != nil {
		return nil, err
	}
	secret, err := field[string](req, "serverSecret")
	if err != nil {
		return nil, err
	}
	f, err := readFrame(token)
	if err != nil {
		return nil, err
	}
	plaintext, err := decrypt(f, secret)
	if err != nil {
		return nil, err
	}
	info, err := readClaims(plaintext)
	if err != nil {
		return nil, err
	}
	// The outer copy is not encrypted; anyone can have changed it.
	if info.Expire != f.expire {
		return nil, fail("Claims", "the expire outside the ciphertext differs from the one inside")
	}
	return decoded{
		Mode:      "cbc",
		Claims:    claims{info.AppId, info.UserId, info.CTime, info.Expire, info.Nonce, info.PayLoad},
		IV:        hex.EncodeToString(f.iv),
		Plaintext: string(plaintext),
	}, nil
}

type frame struct {
	expire         int64
	iv, ciphertext []byte
}

func readFrame(token string) (f frame, err error) {
	text, found := strings.CutPrefix(token, "04")
	// Even a strict decoder skips line breaks.
	if !found || strings.ContainsAny(text, "\r\n") {
		return f, fail("Malformed", "a token is 04 and one line of base64")
	}
	body, err := base64.StdEncoding.Strict().DecodeString(text)
	if err != nil {
		return f, fail("Malformed", "the base64 is not canonical")
	}
	r := bytes.NewReader(body)
	if f.expire, err = util.UnPackint64(r); err != nil {
		return f, fail("Malformed", "the body ends within the expire")
	}
	if f.iv, err = unpack(r, "IV"); err != nil {
		return f, err
	}
	if f.ciphertext, err = unpack(r, "ciphertext"); err != nil {
		return f, err
	}
	switch mode, _ := io.ReadAll(r); {
	case len(mode) > 1:
		return f, fail("Malformed", "%d bytes follow the ciphertext", len(mode))
	case len(mode) == 1 && mode[0] == 1:
		return f, unsupported("this version of the official Go module reads CBC tokens only")
	case len(mode) == 1 && mode[0] != 0:
		return f, fail("Malformed", "unknown mode byte %d", mode[0])
	}
	if len(f.iv) != 16 {
		return f, fail("Malformed", "the IV has %d bytes, not 16", len(f.iv))
	}
	if n := len(f.ciphertext); n == 0 || n%16 != 0 {
		return f, fail("Malformed", "the ciphertext has %d bytes, no multiple of 16 above 0", n)
	}
	return f, nil
}

// unpack checks that UnPackString had as many bytes to read as it returns:
// where the input ends early it fills up with zeros and reports no error.
func unpack(r *bytes.Reader, name string) ([]byte, error) {
	before := r.Len()
	s, err := util.UnPackString(r)
	if err != nil || before-r.Len() != 2+len(s) {
		return nil, fail("Malformed", "the body ends within the %s", name)
	}
	return []byte(s), nil
}

// decrypt sees as little of the padding as AesDecrypt shows of it. That looks
// at the last byte alone, takes any value up to the length of the plaintext
// for a padding, and cuts it off; this testee therefore cannot tell every bad
// padding, which is a property of the official util and left as it is.
func decrypt(f frame, secret string) ([]byte, error) {
	// AesDecrypt would take a key of 16 or 24 bytes too, for AES-128 and -192.
	if len(secret) != 32 {
		return nil, fail("Decryption", "serverSecret must have 32 bytes, got %d", len(secret))
	}
	plaintext, err := util.AesDecrypt(f.ciphertext, []byte(secret), f.iv)
	// A wrong key shows as any of these, so they are one and the same error.
	if err != nil || !utf8.Valid(plaintext) || !json.Valid(plaintext) {
		return nil, fail("Decryption", "wrong secret, or not a token's plaintext")
	}
	return plaintext, nil
}

// readClaims is as strict as the official struct: encoding/json checks types
// and ranges, but lets fields be missing, repeated or in another letter case.
func readClaims(plaintext []byte) (info token04.TokenInfo04, err error) {
	if json.Unmarshal(plaintext, &info) != nil || info == (token04.TokenInfo04{}) || hasLoneSurrogate(plaintext) {
		return info, fail("Claims", "the plaintext does not hold the claims of a token")
	}
	return info, nil
}

// hasLoneSurrogate finds escapes in valid JSON that name half a surrogate
// pair. The decoded text does not show them: they are U+FFFD there.
func hasLoneSurrogate(text []byte) bool {
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		unit := escapedUnit(text[i:])
		if unit < 0 {
			i++ // a short escape; its second character may be a backslash
			continue
		}
		i += 5
		if !utf16.IsSurrogate(unit) {
			continue
		}
		if utf16.DecodeRune(unit, escapedUnit(text[i+1:])) == unicode.ReplacementChar {
			return true
		}
		i += 6
	}
	return false
}

// escapedUnit is the UTF-16 unit of the \uxxxx that the text starts with, or
// -1 where it starts with anything else.
func escapedUnit(text []byte) rune {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return -1
	}
	unit, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(unit)
}
