// Package fixtures makes go-cbc.json, the vectors of the official Go token
// generator, from the unmodified official module.
//
//	TOKEN04_CASES=…/cases.json TOKEN04_OUT=…/go-cbc.json go test -run TestGenerate -count=1
//
// It is a test, and not a program, because a fake clock exists only inside
// testing/synctest, and the generator takes all that varies from the clock:
// ctime from its seconds, nonce and IV from math/rand seeded with its
// nanoseconds. With the clock held still the tokens are reproducible, also by
// another Go version, since math/rand keeps the numbers of a given seed.
//
// Relative paths are relative to this folder, where go test runs the test.
package fixtures

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	zego "github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/errors"
	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/token04"
	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/util"
)

func TestGenerate(t *testing.T) {
	casesPath, outPath := os.Getenv("TOKEN04_CASES"), os.Getenv("TOKEN04_OUT")
	if casesPath == "" && outPath == "" {
		t.Skip("set TOKEN04_CASES (the cases.json to read) and TOKEN04_OUT (the file to write) to generate the vectors")
	}
	if casesPath == "" || outPath == "" {
		t.Fatal("TOKEN04_CASES and TOKEN04_OUT go together, and only one is set")
	}

	file := vectorFile{
		Format:   "token04-vectors/1",
		Language: "go",
		Dialect:  "go",
		Mode:     "cbc",
		// Written out, as a test binary does not record the versions of its
		// modules: it has to be changed together with go.mod.
		Source: source{
			Repository: "github.com/ZEGOCLOUD/zego_server_assistant",
			Path:       "token/go/src/token04/token04.go",
			Commit:     "8c895c31df9d3a92a978175e2945fbfb343ce4d6",
			Note:       "Go module github.com/ZEGOCLOUD/zego_server_assistant/token/go/src v0.0.0-20231103072415-8c895c31df9d",
		},
		Runtime: runtimeName(),
		Clock:   "testing/synctest fake clock, moved to clockMs plus (seed mod 1,000,000) nanoseconds",
		Random:  "math/rand seeded by the generator from the fake clock, so nonce and IV follow from clockMs and seed: reproducible",
	}
	for _, c := range readCases(t, casesPath) {
		file.Vectors = append(file.Vectors, generate(t, c))
	}

	if err := os.WriteFile(outPath, encode(t, file), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d vectors", len(file.Vectors))
}

// runtimeName says what made the file. It is the one line that another Go
// version or machine changes, so whoever compares a fresh file with the
// committed one sets TOKEN04_RUNTIME to the committed text: every difference
// that is left is then a real one.
func runtimeName() string {
	if name := os.Getenv("TOKEN04_RUNTIME"); name != "" {
		return name
	}
	return fmt.Sprintf("%s %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func readCases(t *testing.T, path string) []testCase {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Format string     `json:"format"`
		Cases  []testCase `json:"cases"`
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	// A field that is not known here would be missing from the vectors.
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&file); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if file.Format != "token04-cases/1" || len(file.Cases) == 0 {
		t.Fatalf("%s: not a token04-cases/1 file with cases", path)
	}
	return file.Cases
}

// generate runs the official generator at the instant of the case. Every case
// gets a bubble of its own, starting in the year 2000: the cases are not in
// the order of their clocks, and a fake clock only runs forward.
func generate(t *testing.T, c testCase) vector {
	v := vector{testCase: c}
	synctest.Test(t, func(t *testing.T) {
		instant := time.UnixMilli(c.ClockMs).Add(time.Duration(c.Seed % 1_000_000))
		time.Sleep(time.Until(instant))
		if !time.Now().Equal(instant) {
			t.Fatalf("%s: the fake clock cannot be moved to %v", c.ID, instant)
		}

		in := c.Input
		token, err := token04.GenerateToken04(in.AppID, in.UserID, in.Secret, in.EffectiveTimeInSeconds, in.Payload)
		if err == nil {
			v.Result, v.accepted = "token", read(t, c, token)
			return
		}
		var refusal *zego.ZegoSDKError
		if !errors.As(err, &refusal) {
			t.Fatalf("%s: %v", c.ID, err)
		}
		v.Result, v.rejected = "rejected", &rejected{Code: refusal.GetCode(), Message: refusal.Error()}
	})
	return v
}

// read takes apart a token that the generator has just made. It checks what
// would make a vector wrong, not what makes a token well-formed.
func read(t *testing.T, c testCase, token string) *accepted {
	// The first failure stops the test, so one check serves all the steps.
	check := func(err error) {
		if err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
	}
	body, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(token, "04"))
	check(err)
	r := bytes.NewReader(body)
	expire, err := util.UnPackint64(r)
	check(err)
	iv, err := util.UnPackString(r)
	check(err)
	ciphertext, err := util.UnPackString(r)
	check(err)
	if r.Len() != 0 {
		// A ciphertext whose length did not fit into its 16-bit field.
		t.Fatalf("%s: %d bytes follow the ciphertext", c.ID, r.Len())
	}
	plaintext, err := util.AesDecrypt([]byte(ciphertext), []byte(c.Input.Secret), []byte(iv))
	check(err)
	var info token04.TokenInfo04
	check(json.Unmarshal(plaintext, &info))
	if info.Expire != expire {
		t.Fatalf("%s: expire is %d outside and %d inside", c.ID, expire, info.Expire)
	}
	return &accepted{
		Mode:      "cbc",
		CTime:     info.CTime,
		Expire:    info.Expire,
		Nonce:     info.Nonce,
		IV:        hex.EncodeToString([]byte(iv)),
		Plaintext: string(plaintext),
		Token:     token,
	}
}
