package main

import (
	"strconv"
	"unicode"
	"unicode/utf16"
)

// hasLoneSurrogate finds escapes in valid JSON that name half a surrogate
// pair. The decoded text does not show them: they are U+FFFD there.
func hasLoneSurrogate(text []byte) bool {
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		unit := escapedUnit(text[i:])
		if unit < 0 {
			i++ // a short escape; its second character may be a backslash
			continue
		}
		i += 5
		if !utf16.IsSurrogate(unit) {
			continue
		}
		if utf16.DecodeRune(unit, escapedUnit(text[i+1:])) == unicode.ReplacementChar {
			return true
		}
		i += 6
	}
	return false
}

// escapedUnit is the UTF-16 unit of the \uxxxx that the text starts with, or
// -1 where it starts with anything else.
func escapedUnit(text []byte) rune {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return -1
	}
	unit, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(unit)
}
