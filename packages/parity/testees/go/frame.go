package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/token04"
	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/util"
)

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
