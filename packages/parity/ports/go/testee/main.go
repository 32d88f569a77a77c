// Command testee lets token04.go answer the parity runner (PROTOCOL.md): a JSON request a line on
// stdin, a JSON answer a line on stdout, until the input ends.
package main

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"regexp"
	"runtime"
	"slices"
	"time"

	token04 "token04.example/port"
)

type object map[string]any

// A request is a map, because a struct's fields would take APPID for appId, too.
type request map[string]json.RawMessage

type unsupported string

func (u unsupported) Error() string { return string(u) }

func main() {
	if len(os.Args) == 3 && os.Args[1] == "bench" {
		bench(os.Args[2])
		return
	}
	lines := bufio.NewReader(os.Stdin) // not a Scanner, which stops at lines of 64 KiB
	answers := json.NewEncoder(os.Stdout)
	answers.SetEscapeHTML(false)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			return
		}
		if err != nil && err != io.EOF {
			log.Fatal(err)
		}
		if err := answers.Encode(answer(line)); err != nil {
			log.Fatal(err)
		}
	}
}

func answer(line []byte) object {
	var req request
	if json.Unmarshal(line, &req) != nil || req == nil {
		return object{"id": nil, "unsupported": "the line is no JSON object"}
	}
	ok, err := req.run()
	var code token04.Code
	var no unsupported
	switch {
	case err == nil:
		return object{"id": req["id"], "ok": ok}
	case errors.As(err, &code):
		return object{"id": req["id"], "error": object{"code": code, "message": err.Error()}}
	case errors.As(err, &no):
		return object{"id": req["id"], "unsupported": no}
	default:
		return object{"id": req["id"], "error": object{"code": "Internal", "message": "unexpected error"}}
	}
}

func (req request) run() (object, error) {
	op, err := field(req, "op", "", token04.ErrArgument)
	if err != nil {
		return nil, err
	}
	known := map[string][]string{
		"describe": {},
		"generate": {"mode", "appId", "userId", "serverSecret", "effectiveTimeInSeconds", "payload", "ctime", "nonce", "iv"},
		"decode":   {"token", "serverSecret"},
		"verify":   {"token", "serverSecret", "now", "appId", "userId", "modes", "clockToleranceInSeconds", "service"},
	}[op]
	if known == nil {
		return nil, unsupported("unknown op")
	}
	for name := range req {
		if name != "id" && name != "op" && !slices.Contains(known, name) {
			return nil, unsupported("unknown field")
		}
	}
	switch op {
	case "generate":
		return req.generate()
	case "decode":
		return req.decode()
	case "verify":
		return req.verify()
	}
	return object{
		"protocol": 1, "name": "Go port", "language": "Go", "version": runtime.Version(), "dialect": "go",
		"generate": []token04.Mode{token04.CBC, token04.GCM},
		"decode":   []token04.Mode{token04.CBC, token04.GCM},
		"verify":   []token04.Mode{token04.CBC, token04.GCM},
		"controls": []string{"ctime", "nonce", "iv"},
		"options":  []string{"clockToleranceInSeconds", "service", "serverSecrets"},
	}, nil
}

func (req request) generate() (object, error) {
	var r token04.Request
	var errs [9]error
	r.Mode, errs[0] = field(req, "mode", token04.Mode(""), token04.ErrArgument)
	r.AppID, errs[1] = field(req, "appId", uint32(0), token04.ErrAppID)
	r.UserID, errs[2] = field(req, "userId", "", token04.ErrUserID)
	r.ServerSecret, errs[3] = field(req, "serverSecret", "", token04.ErrSecret)
	r.EffectiveTimeInSeconds, errs[4] = field(req, "effectiveTimeInSeconds", int64(0), token04.ErrEffectiveTime)
	r.Payload, errs[5] = field(req, "payload", "", token04.ErrPayload)
	if err := firstOf(errs[:]); err != nil {
		return nil, err
	}
	if req["ctime"] == nil && req["nonce"] == nil && req["iv"] == nil {
		token, err := token04.Generate(r)
		return object{"token": token}, err
	}
	// Without the payload, since whether that fits depends on the digits of the nonce.
	payload := r.Payload
	r.Payload = ""
	token, err := token04.Generate(r)
	if err != nil {
		return nil, err
	}
	drawn, err := token04.Decode(token, r.ServerSecret)
	if err != nil {
		return nil, err
	}
	claims := drawn.Claims
	claims.Payload = payload
	iv, ivErr := field(req, "iv", hex.EncodeToString(drawn.IV), token04.ErrArgument)
	claims.CTime, errs[6] = field(req, "ctime", claims.CTime, token04.ErrArgument)
	claims.Nonce, errs[7] = field(req, "nonce", claims.Nonce, token04.ErrArgument)
	claims.Expire = claims.CTime + r.EffectiveTimeInSeconds
	bytes, hexErr := hex.DecodeString(iv)
	if err := errors.Join(ivErr, errs[6], errs[7], hexErr); err != nil {
		return nil, err
	}
	token, err = token04.EncodeVector(claims, r.ServerSecret, r.Mode, bytes)
	return object{"token": token}, err
}

func (req request) decode() (object, error) {
	token, err1 := field(req, "token", "", token04.ErrMalformed)
	secret, err2 := field(req, "serverSecret", "", token04.ErrSecret)
	if err := firstOf([]error{err1, err2}); err != nil {
		return nil, err
	}
	d, err := token04.Decode(token, secret)
	if err != nil {
		return nil, err
	}
	return object{"mode": d.Mode, "claims": show(d.Claims), "iv": hex.EncodeToString(d.IV), "plaintext": d.Plaintext}, nil
}

func (req request) verify() (object, error) {
	token, err1 := field(req, "token", "", token04.ErrMalformed)
	secrets, err2 := field(req, "serverSecret", []string{}, token04.ErrSecret)
	if one, err := field(req, "serverSecret", "", token04.ErrSecret); err == nil {
		secrets, err2 = []string{one}, nil
	}
	now, err3 := field(req, "now", float64(0), token04.ErrArgument)
	appID, err4 := field(req, "appId", uint32(0), token04.ErrAppID)
	userID, err5 := field(req, "userId", "", token04.ErrUserID)
	modes, err6 := field(req, "modes", []token04.Mode{}, token04.ErrArgument)
	tolerance, err7 := field(req, "clockToleranceInSeconds", float64(0), token04.ErrArgument)
	service, err8 := field(req, "service", "express", token04.ErrArgument)
	if err := firstOf([]error{err1, err2, err3, err4, err5, err6, err7, err8}); err != nil {
		return nil, err
	}
	var checks []token04.Check
	demand := func(name string, check token04.Check) {
		if req[name] != nil {
			checks = append(checks, check)
		}
	}
	whole := math.Floor(now)
	longest := math.Floor(time.Duration(math.MaxInt64).Seconds())
	// Beyond what time.Unix takes, any time will do that is far away.
	demand("now", token04.At(time.Unix(int64(min(max(whole, -1<<62), 1<<62)), int64((now-whole)*1e9))))
	demand("appId", token04.ForApp(appID))
	demand("userId", token04.ForUser(userID))
	demand("modes", token04.InModes(modes...))
	demand("clockToleranceInSeconds", token04.WithTolerance(time.Duration(min(max(tolerance, -longest), longest)*1e9)))
	switch service {
	case "express":
	case "zim":
		checks = append(checks, token04.ForZIM())
	default:
		return nil, fmt.Errorf("%w: service must be express or zim", token04.ErrArgument)
	}
	claims, err := token04.Verify(token, secrets, checks...)
	if err != nil {
		return nil, err
	}
	return object{"claims": show(*claims)}, nil
}

func show(c token04.Claims) object {
	return object{
		"appId": c.AppID, "userId": c.UserID, "ctime": c.CTime, "expire": c.Expire, "nonce": c.Nonce, "payload": c.Payload,
	}
}

var loneSurrogate = regexp.MustCompile(`^(?:[^\\]|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\[^u]|\\u[^dD]...|\\u[dD][0-7]..)*\\u[dD][89a-fA-F]`)

// field reads one field; what does not fit into its Go type is refused with the code.
func field[T any](req request, name string, absent T, code token04.Code) (value T, err error) {
	raw := req[name]
	if raw == nil {
		return absent, nil
	}
	if string(raw) == "null" || json.Unmarshal(raw, &value) != nil {
		return absent, fmt.Errorf("%w: %s must be a JSON value that fits into %T", code, name, absent)
	}
	// encoding/json would replace half of a surrogate pair: what is ill-formed stays so.
	if text, isText := any(&value).(*string); isText && loneSurrogate.Match(raw) {
		*text += "\xff"
	}
	return value, nil
}

func firstOf(errs []error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
