// token04 for Go: makes, reads and verifies tokens of ZEGOCLOUD. One file, made to be copied.
// Certified by @token04/parity 0.0.0 (packages/parity/ports/go).
//
// MIT License
//
// Copyright (c) 2026 token04 contributors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

// Package token04 makes, reads and verifies token04, the tokens of ZEGOCLOUD.
//
//	token, err := token04.Generate(token04.Request{
//		AppID:                  1,
//		UserID:                 "demo",
//		ServerSecret:           os.Getenv("ZEGO_SERVER_SECRET"),
//		EffectiveTimeInSeconds: 3600,
//		Mode:                   token04.GCM,
//	})
//
// Times are in seconds since 1970. No error holds a secret, a plaintext or a token.
package token04

import (
	"cmp"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// A Mode says how a token is encrypted.
type Mode string

const (
	// CBC is AES-256-CBC. It does not prove who made a token: whoever holds one can change its
	// first 16 plaintext bytes unseen.
	CBC Mode = "cbc"
	// GCM is AES-256-GCM.
	GCM Mode = "gcm"
)

// A Code says what an error is about: errors.Is(err, token04.ErrExpired).
type Code string

// The codes of a bad argument, and after these the codes of a bad token.
const (
	ErrAppID         Code = "ERR_TOKEN04_APP_ID"
	ErrUserID        Code = "ERR_TOKEN04_USER_ID"
	ErrSecret        Code = "ERR_TOKEN04_SECRET"
	ErrEffectiveTime Code = "ERR_TOKEN04_EFFECTIVE_TIME"
	ErrPayload       Code = "ERR_TOKEN04_PAYLOAD"
	ErrTooLarge      Code = "ERR_TOKEN04_TOO_LARGE"
	ErrArgument      Code = "ERR_TOKEN04_ARGUMENT"

	ErrMalformed  Code = "ERR_TOKEN04_MALFORMED"  // no well-formed token
	ErrDecryption Code = "ERR_TOKEN04_DECRYPTION" // of another secret, or altered
	ErrClaims     Code = "ERR_TOKEN04_CLAIMS"     // a claim is missing, of a wrong type or out of range
	ErrExpired    Code = "ERR_TOKEN04_EXPIRED"    // good no longer
	ErrMismatch   Code = "ERR_TOKEN04_MISMATCH"   // of another app, user, mode or service than demanded
)

func (c Code) Error() string { return string(c) }

func fail(code Code, format string, arguments ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{code}, arguments...)...)
}

const (
	maxSafe      = 1<<53 - 1 // what every language's numbers hold
	maxPlaintext = 65535 - tagBytes
	maxToken     = 87422 // of the largest ciphertext, in base64
	tenYears     = 315_360_000
	tagBytes     = 16
)

var ivBytes = map[Mode]int{CBC: aes.BlockSize, GCM: 12}

// modeBytes are what may follow the ciphertext.
var modeBytes = map[string]Mode{"": CBC, "\x00": CBC, "\x01": GCM}

// A Request is what a token is to say.
type Request struct {
	AppID                  uint32 // not 0
	UserID                 string // 1 to 64 UTF-16 units, with which the user logs in
	ServerSecret           string // 32 bytes
	EffectiveTimeInSeconds int64  // 1 to 315,360,000 (ten years): a duration, no timestamp
	Payload                string // such as [RoomPayload] makes, or empty
	Mode                   Mode   // CBC, which the official generator makes, or GCM; must be given
	AllowLongLived         bool   // allows more than ten years
}

// Claims are what a token says. The order of the fields and encoding/json's escapes are those of the
// official generator.
type Claims struct {
	AppID   uint32 `json:"app_id"`
	UserID  string `json:"user_id"`
	CTime   int64  `json:"ctime"`
	Expire  int64  `json:"expire"`  // the first second in which the token is no longer good
	Nonce   int64  `json:"nonce"`   // made here, from 0 to 2147483647
	Payload string `json:"payload"` // empty in a token that is limited to no room
}

// Generate makes a token, with an IV and a nonce of its own from crypto/rand. The codes of its
// errors are ErrAppID, ErrUserID, ErrSecret, ErrEffectiveTime, ErrPayload, ErrArgument (the mode)
// and ErrTooLarge, and are checked in this order.
func Generate(r Request) (string, error) {
	ctime := time.Now().Unix()
	units := len(utf16.Encode([]rune(r.UserID)))
	longest := int64(tenYears)
	if r.AllowLongLived {
		longest = maxSafe - ctime
	}
	switch ttl := r.EffectiveTimeInSeconds; {
	case r.AppID == 0:
		return "", fail(ErrAppID, "AppID must be an integer from 1 to 4294967295, got 0")
	case !utf8.ValidString(r.UserID) || units < 1 || units > 64:
		return "", fail(ErrUserID, "UserID must be 1 to 64 UTF-16 units of UTF-8, got %d%s", units, flaw(r.UserID))
	case !isSecret(r.ServerSecret):
		return "", secretError(r.ServerSecret)
	case ttl < 1 || ttl > longest:
		return "", fail(ErrEffectiveTime, "EffectiveTimeInSeconds must be from 1 to %d (no timestamp), got %d", longest, ttl)
	}
	random := make([]byte, 4+ivBytes[r.Mode])
	rand.Read(random) // which never fails: it ends the program instead
	nonce := int64(binary.BigEndian.Uint32(random) >> 1)
	claims := Claims{r.AppID, r.UserID, ctime, ctime + r.EffectiveTimeInSeconds, nonce, r.Payload}
	return EncodeVector(claims, r.ServerSecret, r.Mode, random[4:])
}

// flaw says in a message whether a text is ill-formed: the text itself may be a secret.
func flaw(text string) string { return map[bool]string{false: ", ill-formed"}[utf8.ValidString(text)] }

func isSecret(text string) bool { return len(text) == 32 && utf8.ValidString(text) }

func secretError(text string) error {
	return fail(ErrSecret, "the server secret must be 32 bytes of UTF-8 (not the AppSign), got %d%s", len(text), flaw(text))
}

// RoomPayload is the payload of a token that lets its user into one room. It counts only where ZEGO's
// support has enabled room privileges for the app. The room ID has 1 to 127 bytes. streamIDs are the
// streams that may be published, nil for any. The code of its errors is ErrArgument.
func RoomPayload(roomID string, login, publish bool, streamIDs []string) (string, error) {
	isBad := func(id string) bool { return id == "" || !utf8.ValidString(id) }
	switch {
	case isBad(roomID) || len(roomID) > 127:
		return "", fail(ErrArgument, "roomID must be 1 to 127 bytes of UTF-8, got %d%s", len(roomID), flaw(roomID))
	case streamIDs != nil && (len(streamIDs) == 0 || !publish || slices.ContainsFunc(streamIDs, isBad)):
		return "", fail(ErrArgument, "streamIDs must be nil, or with publish a list of UTF-8, none empty; got %d IDs, publish %t", len(streamIDs), publish)
	}
	bit := map[bool]int{true: 1}
	payload, err := json.Marshal(struct {
		RoomID    string         `json:"room_id"`
		Privilege map[string]int `json:"privilege"`
		StreamIDs []string       `json:"stream_id_list"`
	}{roomID, map[string]int{"1": bit[login], "2": bit[publish]}, streamIDs})
	return string(payload), err
}

// EncodeVector makes a token of chosen claims and a chosen IV. It is there for test vectors: an IV
// that is used twice under one secret gives tokens away, in GCM the key's own protection too.
func EncodeVector(c Claims, serverSecret string, mode Mode, iv []byte) (string, error) {
	plaintext, err := json.Marshal(c)
	block, gcm, secretErr := newCiphers(serverSecret)
	switch err = cmp.Or(err, secretErr); {
	case err != nil:
		return "", err
	case !utf8.ValidString(c.Payload): // which encoding/json would replace
		return "", fail(ErrPayload, "Payload must be UTF-8, got %d bytes%s", len(c.Payload), flaw(c.Payload))
	case len(iv) == 0 || len(iv) != ivBytes[mode]:
		return "", fail(ErrArgument, "Mode must be CBC with an IV of 16 bytes, or GCM with one of 12, got %.8q with %d", mode, len(iv))
	case len(plaintext) > maxPlaintext:
		return "", fail(ErrTooLarge, "Payload must leave at most %d bytes of JSON, got %d", maxPlaintext, len(plaintext))
	}
	var ciphertext []byte
	if mode == GCM {
		ciphertext = gcm.Seal(nil, iv, plaintext, nil)
	} else {
		padding := aes.BlockSize - len(plaintext)%aes.BlockSize
		ciphertext = append(plaintext, slices.Repeat([]byte{byte(padding)}, padding)...)
		cipher.NewCBCEncrypter(block, iv).CryptBlocks(ciphertext, ciphertext)
	}
	body := binary.BigEndian.AppendUint64(nil, uint64(c.Expire))
	for _, field := range [][]byte{iv, ciphertext} {
		body = append(binary.BigEndian.AppendUint16(body, uint16(len(field))), field...)
	}
	if mode == GCM {
		body = append(body, 1)
	}
	return "04" + base64.StdEncoding.EncodeToString(body), nil
}

// newCiphers take the bytes of the secret's text, which is not decoded from hex.
func newCiphers(serverSecret string) (block cipher.Block, gcm cipher.AEAD, err error) {
	if !isSecret(serverSecret) { // aes.NewCipher would take 16 and 24 bytes, too
		return nil, nil, secretError(serverSecret)
	}
	if block, err = aes.NewCipher([]byte(serverSecret)); err == nil {
		gcm, err = cipher.NewGCM(block)
	}
	return block, gcm, err
}

// Decoded is a token as it was read.
type Decoded struct {
	Claims    Claims
	Mode      Mode
	IV        []byte
	Plaintext string // the JSON, as its maker spelled it
}

// Decode reads a token of any official generator. It asks no clock: whether a token is good is what
// [Verify] answers. The codes of its errors are ErrSecret, ErrMalformed, ErrDecryption, ErrClaims.
func Decode(token, serverSecret string) (*Decoded, error) {
	return read(token, []string{serverSecret}, []Mode{CBC, GCM})
}

// read opens a token by the first of the secrets that fits.
func read(token string, serverSecrets []string, modes []Mode) (decoded *Decoded, err error) {
	if len(serverSecrets) == 0 {
		return nil, fail(ErrSecret, "serverSecrets must be one or more, got none")
	}
	isBad := func(secret string) bool { return !isSecret(secret) }
	if bad := slices.IndexFunc(serverSecrets, isBad); bad >= 0 {
		return nil, secretError(serverSecrets[bad])
	}
	f, err := readFrame(token)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(modes, f.mode) { // before anything is decrypted
		return nil, fail(ErrMismatch, "its mode is %s", f.mode)
	}
	for _, secret := range serverSecrets {
		if decoded, err = f.open(secret); !errors.Is(err, ErrDecryption) {
			break
		}
	}
	return decoded, err
}

type frame struct {
	expire         int64
	iv, ciphertext []byte
	mode           Mode
}

func readFrame(token string) (*frame, error) {
	malformed := func(reason string) (*frame, error) { return nil, fail(ErrMalformed, "%s", reason) }
	text, found := strings.CutPrefix(token, "04")
	if !found || len(token) > maxToken || strings.ContainsAny(text, "\r\n") { // which the decoder would skip
		return malformed("it is not 04 and one line of base64")
	}
	body, err := base64.StdEncoding.Strict().DecodeString(text)
	if err != nil || len(body) < 8 {
		return malformed("it is not canonical base64, or cut short")
	}
	f := &frame{expire: int64(binary.BigEndian.Uint64(body))}
	rest := body[8:]
	for _, field := range []*[]byte{&f.iv, &f.ciphertext} {
		if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
			return malformed("it is cut short")
		}
		end := 2 + int(binary.BigEndian.Uint16(rest))
		*field, rest = rest[2:end], rest[end:]
	}
	f.mode = modeBytes[string(rest)]
	length := len(f.ciphertext)
	if f.mode == "" || len(f.iv) != ivBytes[f.mode] || length < tagBytes || f.mode == CBC && length%aes.BlockSize != 0 {
		return malformed("its IV, ciphertext and last byte are of no mode")
	}
	return f, nil
}

func (f *frame) open(serverSecret string) (*Decoded, error) {
	block, gcm, err := newCiphers(serverSecret)
	if err != nil {
		return nil, err
	}
	var plaintext []byte
	intact := 1
	if f.mode == GCM {
		plaintext, err = gcm.Open(nil, f.iv, f.ciphertext, nil)
	} else {
		plaintext = make([]byte, len(f.ciphertext))
		cipher.NewCBCDecrypter(block, f.iv).CryptBlocks(plaintext, f.ciphertext)
		plaintext, intact = unpad(plaintext)
	}
	// UTF-8 and JSON are tried whatever the padding says, and all failures are one, so that neither
	// an error nor the time tells which it was. encoding/json would replace ill-formed UTF-8.
	if isJSON := json.Valid(plaintext) && utf8.Valid(plaintext); err != nil || intact != 1 || !isJSON {
		return nil, fail(ErrDecryption, "it is of another server secret, or altered")
	}
	claims, err := readClaims(plaintext)
	if err == nil && claims.Expire != f.expire {
		err = claimsError("expire is not the outer one")
	}
	if err != nil {
		return nil, err
	}
	return &Decoded{*claims, f.mode, f.iv, string(plaintext)}, nil
}

// unpad takes off PKCS#7 without a branch or an index that depends on the bytes; a bad padding
// leaves them in place.
func unpad(padded []byte) (plaintext []byte, intact int) {
	last := padded[len(padded)-aes.BlockSize:]
	count := int(last[aes.BlockSize-1])
	intact = subtle.ConstantTimeLessOrEq(1, count) & subtle.ConstantTimeLessOrEq(count, aes.BlockSize)
	for i, b := range last {
		isPadding := subtle.ConstantTimeLessOrEq(aes.BlockSize-i, count)
		intact &= subtle.ConstantTimeSelect(isPadding, subtle.ConstantTimeByteEq(b, byte(count)), 1)
	}
	return padded[:len(padded)-subtle.ConstantTimeSelect(intact, count, 0)], intact
}

func claimsError(reason string) error { return fail(ErrClaims, "%s", reason) }

// readClaims reads into a map, since encoding/json would take APP_ID for the app_id of a struct.
// Of a key that comes twice the last counts.
func readClaims(plaintext []byte) (*Claims, error) {
	var r claimsReader
	if json.Unmarshal(plaintext, &r.fields) != nil || r.fields == nil {
		return nil, claimsError("it holds no JSON object")
	}
	// Some official generators write null where the caller gives no payload.
	if raw := r.fields["payload"]; raw == nil || string(raw) == "null" {
		r.fields["payload"] = json.RawMessage(`""`)
	}
	appID, nonce := r.integer("app_id", 1, 1<<32-1), r.integer("nonce", -maxSafe, maxSafe)
	userID, payload := r.text("user_id"), r.text("payload")
	ctime, expire := r.integer("ctime", -maxSafe, maxSafe), r.integer("expire", -maxSafe, maxSafe)
	return &Claims{uint32(appID), userID, ctime, expire, nonce, payload}, r.err
}

// A claimsReader keeps the last error.
type claimsReader struct {
	fields map[string]json.RawMessage
	err    error
}

// integer takes no other spelling, such as 1.0 or 1e3, and rounds nothing.
func (r *claimsReader) integer(name string, low, high int64) int64 {
	value, err := strconv.ParseInt(string(r.fields[name]), 10, 64)
	if err != nil || value < low || value > high {
		r.err = claimsError(fmt.Sprintf("%s must be an integer from %d to %d", name, low, high))
	}
	return value
}

// escapes finds each escape in a JSON string, a surrogate pair as one.
var escapes = regexp.MustCompile(`\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u[dD][89a-fA-F]..|.)`)

// text refuses the escape of half a surrogate pair, which encoding/json would replace.
func (r *claimsReader) text(name string) (value string) {
	raw := r.fields[name]
	isHalf := func(escape []byte) bool { return len(escape) == len(`\ud800`) }
	hasHalf := strings.Contains(string(raw), `\u`) && slices.ContainsFunc(escapes.FindAll(raw, -1), isHalf)
	if hasHalf || !strings.HasPrefix(string(raw), `"`) || json.Unmarshal(raw, &value) != nil {
		r.err = claimsError(name + " must be a well-formed string")
	}
	return value
}

// A Check is something that [Verify] demands of a token.
type Check func(*policy)

type policy struct {
	appID     *uint32
	userID    *string
	modes     []Mode
	now       time.Time
	tolerance time.Duration
	isZIM     bool
}

// ForApp demands a token of this app.
func ForApp(appID uint32) Check { return func(p *policy) { p.appID = &appID } }

// ForUser demands a token of this user.
func ForUser(userID string) Check { return func(p *policy) { p.userID = &userID } }

// InModes demands a token in one of these modes. Whoever decides anything by a token's user or app
// demands GCM, since a CBC token does not prove who made it.
func InModes(modes ...Mode) Check { return func(p *policy) { p.modes = modes } }

// ForZIM refuses what ZIM refuses: a payload, more than 24 days left, less than 30 seconds left.
func ForZIM() Check { return func(p *policy) { p.isZIM = true } }

// At judges by this time in place of the clock.
func At(now time.Time) Check { return func(p *policy) { p.now = now } }

// WithTolerance accepts a token for some time beyond its expire.
func WithTolerance(d time.Duration) Check { return func(p *policy) { p.tolerance = d } }

// check refuses a demand that is empty: it must not be taken for no demand.
func (p *policy) check() error {
	isUnknown := func(mode Mode) bool { return ivBytes[mode] == 0 }
	switch {
	case p.appID != nil && *p.appID == 0:
		return fail(ErrAppID, "ForApp must have an integer from 1 to 4294967295, got 0")
	case p.userID != nil && (*p.userID == "" || !utf8.ValidString(*p.userID)):
		return fail(ErrUserID, "ForUser must have UTF-8, not empty, got %d bytes%s", len(*p.userID), flaw(*p.userID))
	case len(p.modes) == 0 || slices.ContainsFunc(p.modes, isUnknown):
		return fail(ErrArgument, "InModes must have CBC, GCM or both, got %.8q", p.modes)
	case p.tolerance < 0:
		return fail(ErrArgument, "WithTolerance must have a duration of at least 0, got %s", p.tolerance)
	}
	return nil
}

// Verify returns the claims of a token that is good: decrypted by the first of the secrets that
// fits, with a user and a lifetime, not expired, and as the checks demand. The codes of its errors
// are ErrMalformed, ErrDecryption, ErrClaims, ErrExpired and ErrMismatch for the token, and for a
// secret or a check ErrSecret, ErrAppID, ErrUserID and ErrArgument.
func Verify(token string, serverSecrets []string, checks ...Check) (*Claims, error) {
	p := policy{modes: []Mode{CBC, GCM}, now: time.Now()}
	for _, check := range checks {
		check(&p)
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	decoded, err := read(token, serverSecrets, p.modes)
	if err != nil {
		return nil, err
	}
	return p.judge(&decoded.Claims)
}

// judge compares app and user before the time, as in ZEGO's own numbering of these failures.
func (p *policy) judge(c *Claims) (*Claims, error) {
	expire := time.Unix(c.Expire, 0)
	switch {
	case c.UserID == "" || c.Expire <= c.CTime:
		return nil, claimsError("user_id is empty, or expire is not after ctime")
	case p.appID != nil && c.AppID != *p.appID:
		return nil, fail(ErrMismatch, "it is of another app")
	case p.userID != nil && c.UserID != *p.userID:
		return nil, fail(ErrMismatch, "it is of another user")
	case p.isZIM && c.Payload != "":
		return nil, fail(ErrMismatch, "ZIM takes no payload")
	case p.isZIM && expire.After(p.now.Add(24*24*time.Hour)):
		return nil, fail(ErrMismatch, "ZIM takes 24 days at most")
	case !p.now.Before(expire.Add(p.tolerance)):
		return nil, fail(ErrExpired, "it has expired")
	case p.isZIM && p.now.Add(30*time.Second).After(expire):
		return nil, fail(ErrExpired, "it expires within 30 seconds")
	}
	return c, nil
}
