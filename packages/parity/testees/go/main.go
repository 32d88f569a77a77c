// Command go-testee lets the official Go module answer the parity runner: one
// JSON request a line on stdin, one JSON answer a line on stdout, in order,
// until the input ends. The module makes and decrypts the tokens; only the
// frame around the ciphertext, which it has no reader for, is read here.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/token04"
)

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
