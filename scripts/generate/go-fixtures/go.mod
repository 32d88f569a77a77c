module token04.example/go-fixtures

// testing/synctest came with Go 1.25.
go 1.25.0

require github.com/ZEGOCLOUD/zego_server_assistant/token/go/src v0.0.0-20231103072415-8c895c31df9d
