module token04.example/port

go 1.24
