package main

import (
	"encoding/json"
	"log"
	"os"
	"strconv"
	"time"

	token04 "token04.example/port"
)

// bench says how many nanoseconds a token takes, in this process.
func bench(count string) {
	n, err := strconv.Atoi(count)
	if err != nil {
		log.Fatal(err)
	}
	r := token04.Request{
		AppID: 1, UserID: "demo", ServerSecret: "fa94dd0f974cf2e293728a526b028271", EffectiveTimeInSeconds: 3600,
		Payload: `{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}`,
	}
	nanoseconds := func(work func() error) int64 {
		var start time.Time
		for i := range n + n/10 {
			if i == n/10 { // the first were to warm up
				start = time.Now()
			}
			if err := work(); err != nil {
				log.Fatal(err)
			}
		}
		return time.Since(start).Nanoseconds() / int64(n)
	}
	generate, verify := object{}, object{}
	for _, mode := range []token04.Mode{token04.CBC, token04.GCM} {
		r.Mode = mode
		generate[string(mode)] = nanoseconds(func() error {
			_, err := token04.Generate(r)
			return err
		})
		token, err := token04.Generate(r)
		if err != nil {
			log.Fatal(err)
		}
		verify[string(mode)] = nanoseconds(func() error {
			_, err := token04.Verify(token, []string{r.ServerSecret}, token04.InModes(mode))
			return err
		})
	}
	json.NewEncoder(os.Stdout).Encode(object{"generate": generate, "verify": verify})
}
