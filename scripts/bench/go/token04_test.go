// Package bench times the official Go module. The request comes from the
// environment: TOKEN04_SECRET, TOKEN04_USER_ID and TOKEN04_PAYLOAD.
package bench

import (
	"os"
	"testing"

	"github.com/ZEGOCLOUD/zego_server_assistant/token/go/src/token04"
)

func BenchmarkGenerateToken04(b *testing.B) {
	secret := os.Getenv("TOKEN04_SECRET")
	userID := os.Getenv("TOKEN04_USER_ID")
	payload := os.Getenv("TOKEN04_PAYLOAD")
	for b.Loop() {
		if _, err := token04.GenerateToken04(1, userID, secret, 3600, payload); err != nil {
			b.Fatal(err)
		}
	}
}
