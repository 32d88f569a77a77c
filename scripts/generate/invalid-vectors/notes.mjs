/** What each flag means: the bug class that lets such a token through, or mistakes its failure. */
export const notes = {
  'additional-data':
    'GCM in token04 authenticates no additional data. A reader or writer that adds some fits nobody else.',
  'altered-ciphertext':
    'CBC has no tag: an altered block shows only as garbage, a wrong padding or broken JSON. All of these are one error, so that nobody learns which.',
  'altered-iv':
    'The IV in the token must be the one of the encryption. A library that fills up or cuts an IV hides the difference.',
  audience:
    'A token is of one app and one user. IDs are compared exactly: no case folding, no trimming, no normalizing, no numbers.',
  'base64-alphabet':
    'Lenient decoders take the URL alphabet too, or skip what they do not know. One token then has many spellings, which defeats lists of revoked tokens and caches.',
  'base64-bits':
    'The bits of the last character that belong to no byte must be zero, or one token has several spellings.',
  'base64-padding':
    'Padding is required, and only as much as is needed. Decoders that stop at the first = ignore whatever follows.',
  'base64-twice': 'Encoding twice gives base64 that is well-formed, and a body that is not.',
  'base64-whitespace':
    'A token is one line. Encoders of MIME and PEM break lines; decoders that skip blanks give one token many spellings.',
  'block-length':
    'A CBC ciphertext is one or more blocks of 16 bytes. The frame shows this without the key, so it is no failure of decryption.',
  'byte-order':
    'All numbers of the frame are big-endian. Ports that write the memory of x86 as it is have them little-endian.',
  'byte-order-mark':
    'A byte order mark before or behind JSON is no JSON. Decoders of text that drop it read what other languages refuse.',
  'cipher-mode':
    'The cipher is AES-256-CBC or AES-256-GCM, and nothing of the token but its mode byte says which.',
  'encoded-surrogate':
    'UTF-8 does not encode surrogates. Writers that turn UTF-16 into bytes unit by unit (CESU-8) do.',
  expiry: 'A token is good while now is less than expire and the tolerance. At expire it is not.',
  'field-name': 'The names of the fields are exact: snake case, small letters, on the top level.',
  'field-order':
    'expire, IV, ciphertext, mode byte: there is one order, and the tag ends the ciphertext.',
  'field-range':
    'app_id is 1 to 4294967295; nonce and the times are safe integers. Readers that cut or wrap a number read another one than was written.',
  'field-type':
    'No field is converted: a number in quotes, a true or a null is a mistake of the writer. The payload is text, even where it is JSON; null alone reads as the empty one.',
  'foreign-token':
    'What is no token04 at all must be told apart by its form, not by a failing decryption.',
  'iv-length':
    'CBC has an IV of 16 bytes, GCM one of 12. Some libraries take others, and fill up or cut silently.',
  'key-twice':
    'Where a key is there twice, the last one counts, or the token is refused. A reader that takes the first sees another user than its neighbour.',
  'key-decoded':
    'The secret is text: its 32 bytes are the key. It looks like hex, and decoding it gives half a key.',
  'key-derived': 'The secret is the key as it is. No hash, no derivation.',
  'key-size':
    'The key has 32 bytes. Libraries choose AES-128 or AES-192 by themselves when given a shorter one.',
  'key-text':
    'The key is the UTF-8 text of the secret exactly as given: no other encoding, case or order, no trimming.',
  'length-field':
    'The lengths are unsigned 16-bit numbers, and what they span must be there exactly. Unchecked ones read beyond the end, or leave bytes that nobody looks at.',
  'length-width':
    'The expire has 8 bytes, each length 2. Ports that write the integers of their platform differ.',
  'lenient-json':
    'Lenient parsers take comments, single quotes, NaN, raw control characters and more. Two readers then disagree about a token.',
  'letter-case':
    'Base64 distinguishes case. What passes through a form or a database that does not is broken for good.',
  lifetime: 'A token must end after it was made to be accepted. It can be read all the same.',
  'lone-surrogate':
    'An escape of half a surrogate pair is JSON, and no text: it cannot be written in UTF-8, and readers replace it each in their own way.',
  malleable:
    'Whoever holds a CBC token can flip bits of its first 16 plaintext bytes by flipping them in the IV. Where the result is JSON, only the checks of the fields can see it, if at all.',
  'missing-field':
    'All fields but the payload are required. A reader that takes 0 or an empty text for a missing one reads a token that nobody made.',
  'mode-byte':
    'Absent or 0 is CBC, 1 is GCM. A reader that takes any other byte for one of them gives a token many spellings, and will misread the next mode.',
  'mode-byte-missing': 'GCM needs its mode byte. Ports of the CBC code forget it.',
  'mode-policy':
    'Where only some modes are accepted, a token of another one is refused before anything is decrypted.',
  nobody: 'A token that names no user can be read, and must not be accepted.',
  'not-an-object': 'The plaintext is one object. Other JSON is decrypted well and has no fields.',
  'not-json':
    'A plaintext that is no JSON is how a wrong key looks. It is the same error, or the difference tells an attacker something.',
  'outer-expire':
    'Anyone can rewrite the expire outside the ciphertext, in both modes. It must be compared with the one inside.',
  'overlong-utf8':
    'Characters in more bytes than they need slip past filters. A strict decoder refuses them.',
  'ill-formed-utf8':
    'Bytes that are no UTF-8 must not be replaced by U+FFFD: two different tokens would read alike.',
  'padding-check':
    'Every byte of the padding must be its length. Readers that look at the last one alone accept altered tokens, and their answers decrypt tokens byte by byte.',
  'padding-oracle':
    'A wrong key passes the padding check once in 256 times. What fails behind it must be the same error.',
  'padding-range':
    'The padding is 1 to 16 bytes. 0 and more than 16 make unchecked readers cut nothing, too much, or before the start.',
  'padding-scheme':
    'The padding is PKCS#7, and always there. Zeros, blanks or random bytes are other schemes.',
  prototype:
    'Fields must be own fields of the object. Names such as __proto__ must neither supply fields nor change any.',
  surroundings:
    'A token is not trimmed, unquoted or decoded: what stands around it is a mistake of the caller that should show.',
  'tag-check':
    'The tag must be compared, all 16 bytes of it, before anything of the plaintext is used.',
  'tag-length': 'The tag has 16 bytes. Libraries that take shorter ones make forging cheap.',
  'tag-place': 'The tag follows the ciphertext, within its length, once, as bytes.',
  'text-encoding': 'The plaintext is UTF-8, whatever the encoding of the platform is.',
  'time-unit':
    'All times are in seconds since 1970. Milliseconds and lifetimes in their place are common mistakes.',
  'trailing-bytes': 'Nothing follows the mode byte, and nothing but it follows the ciphertext.',
  'trailing-garbage': 'Readers that stop at the closing brace accept whatever follows it.',
  truncated: 'A body that ends early must be refused before anything is read beyond its end.',
  'unsafe-integer': 'Beyond 2^53 a double rounds, and two readers see different times.',
  'version-prefix':
    'The first two characters are 04. A reader that skips them unread takes other versions for this one.',
  'wrong-key':
    'A wrong key is indistinguishable from an altered token, and the error must not pretend to know.',
  zim: 'ZIM takes no payload, at most 24 days, and at least 30 seconds left.',
};
