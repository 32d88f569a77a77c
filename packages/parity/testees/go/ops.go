package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"runtime/debug"
	"slices"

	zego "github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/errors"
	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/token04"
)

const officialModule = "github.com/ZEGOCLOUD/zego_server_assistant/token/go/src"

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
