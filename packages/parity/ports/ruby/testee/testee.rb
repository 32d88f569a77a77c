# frozen_string_literal: true

# Lets token04.rb answer the parity runner (PROTOCOL.md): a JSON request a line on stdin, a JSON
# answer a line on stdout, until the input ends.

require_relative '../token04'

NAMES = {
  'appId' => :app_id,
  'userId' => :user_id,
  'effectiveTimeInSeconds' => :effective_time_in_seconds,
  'serverSecret' => :server_secret,
  'clockToleranceInSeconds' => :clock_tolerance_in_seconds
}.freeze
REQUIRED = {
  'describe' => %w[],
  'generate' => %w[mode appId userId serverSecret effectiveTimeInSeconds payload],
  'decode' => %w[token serverSecret],
  'verify' => %w[token serverSecret now]
}.freeze
OPTIONAL = {
  'generate' => %w[ctime nonce iv],
  'verify' => %w[appId userId modes clockToleranceInSeconds service]
}.freeze
MODES = %w[cbc gcm].freeze

def describe
  {
    protocol: 1,
    name: 'Ruby port',
    language: 'Ruby',
    version: "#{RUBY_VERSION}, openssl #{OpenSSL::VERSION}, json #{JSON::VERSION}",
    dialect: 'node',
    generate: MODES, decode: MODES, verify: MODES,
    controls: %w[ctime nonce iv],
    options: %w[clockToleranceInSeconds service serverSecrets]
  }
end

def generate(ctime: nil, nonce: nil, iv: nil, **arguments)
  return { token: Token04.generate(**arguments) } if [ctime, nonce, iv].all?(&:nil?)

  secret = arguments[:server_secret]
  # Without the payload, since whether that fits depends on the digits of the nonce.
  decoded = Token04.decode(Token04.generate(**arguments, payload: ''), secret)
  claims = decoded.claims
  claims.payload = arguments[:payload]
  claims.nonce = nonce unless nonce.nil?
  claims.ctime = ctime unless ctime.nil?
  claims.expire = claims.ctime + arguments[:effective_time_in_seconds]
  iv_bytes = iv.nil? ? decoded.iv : [iv].pack('H*')
  { token: Token04.encode_vector(claims, secret, decoded.mode, iv_bytes) }
end

def decode(token:, server_secret:)
  decoded = Token04.decode(token, server_secret)
  {
    mode: decoded.mode, claims: show(decoded.claims),
    iv: decoded.iv.unpack1('H*'), plaintext: decoded.plaintext
  }
end

def verify(token:, server_secret:, **options)
  { claims: show(Token04.verify(token, server_secret, **options)) }
end

def show(claims)
  claims.to_h.transform_keys({ app_id: :appId, user_id: :userId })
end

# Where Ruby has a symbol, JSON has a string.
def to_ruby(name, value)
  case name
  when :mode, :service then to_symbol(value)
  when :modes then value.is_a?(Array) ? value.map { |mode| to_symbol(mode) } : value
  else value
  end
end

def to_symbol(value)
  value.is_a?(String) ? value.to_sym : value
end

# JSON.parse makes something else of half of a surrogate pair, or refuses it.
WELL_FORMED = /\A(?:
  [^\\]++|\\[^u]|\\u[dD][89abAB]\h\h\\u[dD][c-fC-F]\h\h|\\u(?![dD][89a-fA-F])
)*+\z/x

def answer(line)
  unless WELL_FORMED.match?(line)
    return { id: line[/"id":(\d+)/, 1].to_i, unsupported: 'half of a surrogate pair' }
  end

  request = JSON.parse(line)
  id, op = request.values_at('id', 'op')
  given = request.except('id', 'op')
  unless REQUIRED.key?(op) && (given.keys - REQUIRED[op] - OPTIONAL.fetch(op, [])).empty?
    return { id: id, unsupported: 'an unknown op or field' }
  end

  absent = REQUIRED[op] - given.keys
  return { id: id, error: { code: 'Argument', message: "without #{absent}" } } if absent.any?

  arguments = given.to_h do |field, value|
    name = NAMES.fetch(field, field.to_sym)
    [name, to_ruby(name, value)]
  end
  { id: id, ok: send(op, **arguments) }
rescue Token04::Error => e
  { id: id, error: { code: e.code, message: e.message } }
end

# How many nanoseconds a token takes, in this process.
def bench(count)
  secret = 'fa94dd0f974cf2e293728a526b028271'
  input = { app_id: 1, user_id: 'demo', server_secret: secret, effective_time_in_seconds: 3600,
            payload: Token04.room_payload(room_id: 'demo') }
  found = { generate: {}, verify: {} }
  %i[cbc gcm].each do |mode|
    token = Token04.generate(**input, mode: mode)
    found[:generate][mode] = nanoseconds(count) { Token04.generate(**input, mode: mode) }
    found[:verify][mode] = nanoseconds(count) { Token04.verify(token, secret, modes: [mode]) }
  end
  found
end

def nanoseconds(count, &work)
  (count / 10).times(&work) # to warm up
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond)
  count.times(&work)
  (Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond) - start) / count
end

if ARGV[0] == 'bench'
  puts JSON.generate(bench(Integer(ARGV[1])))
  exit
end

$stdin.set_encoding(Encoding::UTF_8)
$stdout.sync = true
$stdin.each_line { |line| puts JSON.generate(answer(line)) }
