// Command example is a server on net/http that gives a token to a user who is logged in.
package main

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"

	token04 "token04.example/port"
)

func main() {
	appID, err := strconv.ParseUint(os.Getenv("ZEGO_APP_ID"), 10, 32)
	if err != nil {
		log.Fatal("ZEGO_APP_ID must be an integer from 1 to 4294967295")
	}
	http.HandleFunc("GET /token", func(w http.ResponseWriter, r *http.Request) {
		userID, ok := loggedIn(r)
		if !ok {
			w.Header().Set("WWW-Authenticate", "Basic")
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		// Here the app decides whether this user may enter this room.
		payload, err := token04.RoomPayload(r.URL.Query().Get("room"), true, false, nil)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		token, err := token04.Generate(token04.Request{
			AppID:                  uint32(appID),
			UserID:                 userID,
			ServerSecret:           os.Getenv("ZEGO_SERVER_SECRET"),
			EffectiveTimeInSeconds: 3600,
			Payload:                payload,
			Mode:                   token04.GCM,
		})
		if err != nil {
			log.Print(err) // it holds no secret
			http.Error(w, "no token", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		json.NewEncoder(w).Encode(map[string]string{"token": token})
	})

	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Getenv("PORT"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on http://%s\n", listener.Addr())
	if err := http.Serve(listener, nil); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

// loggedIn stands for the app's own login: here one user, demo, whose password is demo.
func loggedIn(r *http.Request) (userID string, ok bool) {
	userID, password, ok := r.BasicAuth()
	return userID, ok && userID == "demo" && subtle.ConstantTimeCompare([]byte(password), []byte("demo")) == 1
}
