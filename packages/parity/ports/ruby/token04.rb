# frozen_string_literal: true

# token04 for Ruby: makes, reads and verifies tokens of ZEGOCLOUD. One file, made to be copied.
# Certified by @token04/parity 0.0.0 (packages/parity/ports/ruby).
#
# MIT License
#
# Copyright (c) 2026 token04 contributors
#
# Permission is hereby granted, free of charge, to any person obtaining a copy
# of this software and associated documentation files (the "Software"), to deal
# in the Software without restriction, including without limitation the rights
# to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is
# furnished to do so, subject to the following conditions:
#
# The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
# IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
# FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
# AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
# LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
# OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
# SOFTWARE.

require 'json'
require 'openssl'
require 'securerandom'

# Makes, reads and verifies token04, the tokens of ZEGOCLOUD.
#
#   secret = 'fa94dd0f974cf2e293728a526b028271'
#   token = Token04.generate(app_id: 1, user_id: 'demo', server_secret: secret,
#                            effective_time_in_seconds: 3600, mode: :gcm)
#   Token04.verify(token, secret, modes: [:gcm]).user_id # => "demo"
#
# Times are in seconds since 1970. No error holds a secret, a plaintext or a token.
module Token04
  # The only error that this module raises. It may be logged; its code says what it is about.
  class Error < StandardError
    # 'ERR_TOKEN04_EXPIRED' for an ExpiredError, and so on.
    def code
      "ERR_TOKEN04_#{self.class.name[/\w+(?=Error\z)/].upcase}"
    end
  end

  # A bad argument. Its code ends with APP_ID, USER_ID, SECRET, EFFECTIVE_TIME, PAYLOAD, TOO_LARGE or
  # ARGUMENT.
  class InvalidArgumentError < Error
    attr_reader :code

    def initialize(code, name, expected, got)
      super("#{name} must be #{expected}, got #{got}")
      @code = "ERR_TOKEN04_#{code}"
    end
  end

  # It is no well-formed token.
  class MalformedError < Error; end
  # It is of another secret, or altered.
  class DecryptionError < Error; end
  # It is decrypted, but a claim is missing, of a wrong type or out of range.
  class ClaimsError < Error; end
  # It is good no longer.
  class ExpiredError < Error; end
  # It is good, but of another app, user, mode or service than demanded.
  class MismatchError < Error; end

  # What a token says. expire is the first second in which it is no longer good; payload is empty in a
  # token that is limited to no room.
  Claims = Struct.new(:app_id, :user_id, :nonce, :ctime, :expire, :payload)

  # A token as it was read. plaintext is its JSON as its maker spelled it.
  Decoded = Struct.new(:claims, :mode, :iv, :plaintext)

  IV_BYTES = { cbc: 16, gcm: 12 }.freeze
  MODES = IV_BYTES.keys.freeze
  # What may follow the ciphertext.
  MODE_BYTES = { ''.b => :cbc, "\0".b => :cbc, "\1".b => :gcm }.freeze
  TAG_BYTES = 16
  MAX_PLAINTEXT_BYTES = 65_535 - TAG_BYTES
  # The length of a token with the largest ciphertext.
  MAX_TOKEN_LENGTH = 87_422
  APP_IDS = (1..0xffff_ffff)
  # Integers that the numbers of every language hold exactly.
  SAFE_INTEGERS = ((1 - (2**53))..((2**53) - 1))
  TEN_YEARS = 315_360_000
  ZIM_MAX_REMAINING = 24 * 24 * 3600
  ZIM_MIN_REMAINING = 30

  # Not nil, which may come out by mistake and would turn a check off.
  ANY = Object.new.freeze

  # What JSON.parse is too lax about: comments, unknown escapes, half of a surrogate pair.
  STRICT_JSON = %r{\A(?:[^"/\\]++|
    "(?:[^"\\]++|\\["\\/bfnrt]|\\u[dD][89abAB]\h\h\\u[dD][c-fC-F]\h\h|\\u(?![dD][89a-fA-F])\h{4})*+"
  )*+\z}x

  private_constant :IV_BYTES, :MODES, :MODE_BYTES, :ANY, :STRICT_JSON

  class << self
    # Makes a token, with an IV and a nonce of its own from SecureRandom. app_id is from 1 to
    # 4294967295; user_id, with which the user logs in, has 1 to 64 UTF-16 units; server_secret has 32
    # bytes; the time is a duration of at most ten years, unless allow_long_lived; payload is what
    # room_payload makes, or empty.
    #
    # Raises InvalidArgumentError: the arguments are checked in their order, and then the token's size.
    def generate(app_id:, user_id:, server_secret:, effective_time_in_seconds:, payload: '',
                 mode: :cbc, allow_long_lived: false)
      ctime = Time.now.to_i
      check_app_id(app_id)
      user_id = utf8(:user_id, user_id, 'USER_ID')
      units = user_id.encode(Encoding::UTF_16LE).bytesize / 2
      invalid(:user_id, 'of 1 to 64 UTF-16 units', units, 'USER_ID') unless units.between?(1, 64)
      key(server_secret)
      longest = allow_long_lived ? SAFE_INTEGERS.max - ctime : TEN_YEARS
      unless integer?(effective_time_in_seconds, 1..longest)
        invalid(:effective_time_in_seconds, "an integer from 1 to #{longest} (seconds, no timestamp)",
                describe(effective_time_in_seconds), 'EFFECTIVE_TIME')
      end
      invalid(:mode, ':cbc or :gcm', describe(mode)) unless MODES.include?(mode)
      nonce = SecureRandom.random_number(2**32) - (2**31)
      expire = ctime + effective_time_in_seconds
      encode_vector(Claims.new(app_id, user_id, nonce, ctime, expire, payload),
                    server_secret, mode, SecureRandom.bytes(IV_BYTES[mode]))
    end

    # The payload of a token that lets its user into one room, whose ID has 1 to 127 UTF-8 bytes. It
    # counts only where ZEGO's support has enabled room privileges for the app.
    # stream_ids are the streams that may be published, nil for any. Raises InvalidArgumentError.
    def room_payload(room_id:, login: true, publish: false, stream_ids: nil)
      room_id = utf8(:room_id, room_id)
      invalid(:room_id, 'of 1 to 127 bytes', room_id.bytesize) unless room_id.bytesize.between?(1, 127)
      { login: login, publish: publish }.each do |name, value|
        invalid(name, 'true or false', describe(value)) unless [true, false].include?(value)
      end
      unless stream_ids.nil?
        is_list = stream_ids.is_a?(Array) && stream_ids.any? && publish
        got = "#{describe(stream_ids)} with publish: #{publish}"
        invalid(:stream_ids, 'nil, or with publish a list', got) unless is_list
        stream_ids = stream_ids.map { |id| utf8(:stream_ids, id) }
        invalid(:stream_ids, 'without an empty ID', 'one') if stream_ids.include?('')
      end
      privilege = { '1' => login ? 1 : 0, '2' => publish ? 1 : 0 }
      JSON.generate({ room_id: room_id, privilege: privilege, stream_id_list: stream_ids })
    end

    # Makes a token of chosen claims and a chosen IV. It is there for test vectors: an IV that is used
    # twice under one secret gives tokens away, in GCM the key's own protection too.
    def encode_vector(claims, server_secret, mode, iv)
      payload = utf8(:payload, claims.payload, 'PAYLOAD')
      plaintext = JSON.generate(claims.to_h.merge(payload: payload))
      size = plaintext.bytesize
      if size > MAX_PLAINTEXT_BYTES
        invalid(:payload, "at most #{MAX_PLAINTEXT_BYTES} bytes of JSON in all", size, 'TOO_LARGE')
      end
      cipher = OpenSSL::Cipher.new("aes-256-#{mode}").encrypt
      cipher.key = key(server_secret)
      cipher.iv = iv
      ciphertext = cipher.update(plaintext) + cipher.final
      ciphertext << cipher.auth_tag(TAG_BYTES) if mode == :gcm
      body = [claims.expire, iv.bytesize].pack('q>n') << iv.b
      body << [ciphertext.bytesize].pack('n') << ciphertext
      body << 1 if mode == :gcm
      "04#{[body].pack('m0')}"
    end

    # Reads a token of any official generator. It asks no clock: whether a token is good is what verify
    # answers. Raises InvalidArgumentError (the secret), MalformedError, DecryptionError, ClaimsError.
    def decode(token, server_secret)
      read(token, [key(server_secret)], MODES)
    end

    # The claims of a token that is good: decrypted by the secret (of several, by the first that fits),
    # with a user and a lifetime, not expired, and as demanded. What is not given is not demanded; nil
    # is refused, because it may come out by mistake.
    #
    # Whoever decides anything by a token's user or app passes modes: [:gcm], since a CBC token does not
    # prove who made it. now is in seconds since 1970, the clock unless given. service: :zim refuses
    # what ZIM refuses: a payload, more than 24 days left, less than 30 seconds left.
    #
    # Raises InvalidArgumentError, MalformedError, DecryptionError, ClaimsError, ExpiredError or
    # MismatchError.
    def verify(token, server_secret, app_id: ANY, user_id: ANY, modes: MODES, now: Time.now.to_r,
               clock_tolerance_in_seconds: 0, service: :express)
      secrets = server_secret.is_a?(Array) ? server_secret : [server_secret]
      invalid(:server_secret, 'a string or a list of them', 'an empty list', 'SECRET') if secrets.empty?
      keys = secrets.map { |secret| key(secret) }
      check_app_id(app_id) unless app_id.equal?(ANY)
      unless user_id.equal?(ANY)
        user_id = utf8(:user_id, user_id, 'USER_ID')
        invalid(:user_id, 'a string, not empty', 'an empty one', 'USER_ID') if user_id.empty?
      end
      unless modes.is_a?(Array) && modes.any? && (modes - MODES).empty?
        others = modes.is_a?(Array) ? modes - MODES : []
        got = others.any? ? "an Array with #{describe(others.first)}" : describe(modes)
        invalid(:modes, 'a list of :cbc, :gcm or both', got)
      end
      check_number(:now, now, -Float::INFINITY)
      check_number(:clock_tolerance_in_seconds, clock_tolerance_in_seconds, 0)
      invalid(:service, ':express or :zim', describe(service)) unless %i[express zim].include?(service)

      claims = read(token, keys, modes).claims
      check_who(claims, app_id, user_id)
      check_zim(claims, now) if service == :zim
      raise ExpiredError, 'it has expired' if now >= claims.expire + clock_tolerance_in_seconds
      if service == :zim && claims.expire - now < ZIM_MIN_REMAINING
        raise ExpiredError, 'it expires within 30 seconds'
      end

      claims
    end

    private

    def check_who(claims, app_id, user_id)
      if claims.user_id.empty? || claims.expire <= claims.ctime
        raise ClaimsError, 'user_id is empty, or expire is not after ctime'
      end
      raise MismatchError, 'it is of another app' unless [ANY, claims.app_id].include?(app_id)
      raise MismatchError, 'it is of another user' unless [ANY, claims.user_id].include?(user_id)
    end

    def check_zim(claims, now)
      raise MismatchError, 'ZIM takes no payload' unless claims.payload.empty?
      raise MismatchError, 'ZIM takes 24 days at most' if claims.expire - now > ZIM_MAX_REMAINING
    end

    def read(token, keys, modes)
      expire, mode, iv, ciphertext = read_frame(token)
      # Before anything is decrypted.
      raise MismatchError, "its mode is #{mode}" unless modes.include?(mode)

      keys.each do |key|
        fields, plaintext = decrypt(key, mode, iv, ciphertext)
        return Decoded.new(read_claims(fields, expire), mode, iv, plaintext) if plaintext
      end
      raise DecryptionError, 'it is of another server secret, or altered'
    end

    def read_frame(token)
      unless token.is_a?(String) && token.start_with?('04') && token.bytesize <= MAX_TOKEN_LENGTH
        raise MalformedError, 'it is no string that starts with 04, or too long'
      end

      base64 = token.b.byteslice(2..)
      body = decode_base64(base64)
      raise MalformedError, 'it is not canonical base64' if body.nil?

      expire, iv_bytes = body.unpack('q>n')
      iv, rest = split(body.byteslice(10..), iv_bytes)
      ciphertext, rest = split(rest&.byteslice(2..), rest&.unpack1('n'))
      raise MalformedError, 'it is cut short' if rest.nil?

      mode = MODE_BYTES[rest]
      is_whole = ciphertext.bytesize >= TAG_BYTES && (mode == :gcm || (ciphertext.bytesize % 16).zero?)
      unless mode && iv.bytesize == IV_BYTES[mode] && is_whole
        raise MalformedError, 'its IV, ciphertext and last byte are of no mode'
      end

      [expire, mode, iv, ciphertext]
    end

    def decode_base64(text)
      body = text.unpack1('m0')
      # Bits of the last character that belong to no byte are refused.
      body if [body].pack('m0') == text
    rescue ::ArgumentError
      nil
    end

    def split(bytes, length)
      return if bytes.nil? || length.nil? || bytes.bytesize < length

      [bytes.byteslice(0, length), bytes.byteslice(length..)]
    end

    # The JSON and its text, or no text. UTF-8 and JSON are tried whatever the padding says, so that
    # neither an error nor the time tells which of them was wrong.
    def decrypt(key, mode, iv, ciphertext)
      cipher = OpenSSL::Cipher.new("aes-256-#{mode}").decrypt
      cipher.key = key
      cipher.iv = iv
      plaintext, is_intact = mode == :gcm ? open_gcm(cipher, ciphertext) : open_cbc(cipher, ciphertext)
      text = plaintext.force_encoding(Encoding::UTF_8)
      json = parse_json(text)
      [*json, text] if is_intact && json
    end

    def open_gcm(cipher, ciphertext)
      cipher.auth_tag = ciphertext.byteslice(-TAG_BYTES, TAG_BYTES)
      sealed = ciphertext.byteslice(0...-TAG_BYTES)
      # An empty update is refused by the cipher.
      [(sealed.empty? ? +'' : cipher.update(sealed)) << cipher.final, true]
    rescue OpenSSL::Cipher::CipherError
      [+'', false]
    end

    # Without the cipher's own padding, which raises an error. PKCS#7 is taken off without a branch or
    # an index that depends on the bytes; a bad padding leaves them in place.
    def open_cbc(cipher, ciphertext)
      cipher.padding = 0
      padded = cipher.update(ciphertext) << cipher.final
      last = padded.byteslice(-16, 16).bytes
      count = last.last
      # Not 0 for a count of 0 or above a block.
      bad = ((count - 1) | (16 - count)) >> 8
      # All ones for a byte of the padding, else 0.
      last.reverse.each_with_index { |byte, index| bad |= ((index - count) >> 8) & (byte ^ count) }
      # All ones for 0, else 0.
      intact = ~(bad | -bad) >> 8
      [padded.byteslice(0, padded.bytesize - (count & intact)), intact != 0]
    end

    # The JSON in a list, or nil where it is none.
    def parse_json(text)
      return unless text.valid_encoding? && STRICT_JSON.match?(text)

      # Of a key that comes twice the last counts; newer versions of JSON would warn.
      [JSON.parse(text, allow_duplicate_key: true)]
    rescue JSON::ParserError
      nil
    end

    def read_claims(fields, outer_expire)
      raise ClaimsError, 'it holds no JSON object' unless fields.is_a?(Hash)

      # Some official generators write null where the caller gives no payload.
      claims = Claims.new(*fields.values_at(*Claims.members.map(&:to_s)))
      claims.payload = '' if claims.payload.nil?
      %i[app_id nonce ctime expire].each do |name|
        range = name == :app_id ? APP_IDS : SAFE_INTEGERS
        raise ClaimsError, "#{name} must be an integer of #{range}" unless integer?(claims[name], range)
      end
      %i[user_id payload].each do |name|
        raise ClaimsError, "#{name} must be a string" unless claims[name].is_a?(String)
      end
      raise ClaimsError, 'expire is not the outer one' unless claims.expire == outer_expire

      claims
    end

    def integer?(value, range)
      value.is_a?(Integer) && range.cover?(value)
    end

    def utf8(name, value, code = 'ARGUMENT')
      invalid(name, 'a string', describe(value), code) unless value.is_a?(String)
      text = value.encode(Encoding::UTF_8)
      text.valid_encoding? ? text : invalid(name, 'a well-formed string', 'an ill-formed one', code)
    rescue EncodingError
      invalid(name, 'a well-formed string', 'an ill-formed one', code)
    end

    # The bytes of the secret's text, which is not decoded from hex.
    def key(secret)
      bytes = utf8(:server_secret, secret, 'SECRET').b
      size = bytes.bytesize
      invalid(:server_secret, 'of 32 bytes (not the AppSign)', size, 'SECRET') unless size == 32
      bytes
    end

    def check_app_id(app_id)
      return if integer?(app_id, APP_IDS)

      invalid(:app_id, 'an integer from 1 to 4294967295', describe(app_id), 'APP_ID')
    end

    def check_number(name, value, minimum)
      return if value.is_a?(Numeric) && value.real? && value.to_f.finite? && value >= minimum

      at_least = " of at least #{minimum}" if minimum.finite?
      invalid(name, "a finite number#{at_least}", describe(value))
    end

    # What came, in words: nothing of a string that may be a secret, nothing of what is within.
    def describe(value)
      # As bytes, since a pattern raises an error for text that is ill-formed.
      is_plain = [String, Symbol].include?(value.class) && /\A[\w.+-]{0,20}\z/.match?(value.to_s.b)
      return value.inspect if is_plain || [nil, true, false].include?(value)

      case value
      when Integer, Float then value.to_s[0, 30]
      when Array then "an Array of #{value.size}"
      else "a value of class #{value.class}"
      end
    end

    def invalid(name, expected, got, code = 'ARGUMENT')
      raise InvalidArgumentError.new(code, name, expected, got)
    end
  end
end
