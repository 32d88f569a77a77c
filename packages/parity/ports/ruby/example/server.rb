# frozen_string_literal: true

# A server on Sinatra that gives a token to a user who is logged in.

require 'json'
require 'sinatra/base'
require 'webrick'
require_relative '../token04'

# One route, for users who are logged in.
class TokenServer < Sinatra::Base
  APP_ID = Integer(ENV.fetch('ZEGO_APP_ID'))
  SERVER_SECRET = ENV.fetch('ZEGO_SERVER_SECRET')

  set :environment, :production
  set :show_exceptions, false

  # Stands for the app's own login: here one user, demo, whose password is demo.
  use Rack::Auth::Basic do |user, password|
    Rack::Utils.secure_compare("#{user}:#{password}", 'demo:demo')
  end

  get '/token' do
    # Here the app decides whether this user may enter this room.
    payload = Token04.room_payload(room_id: params['room'])
    token = Token04.generate(app_id: APP_ID, user_id: request.env['REMOTE_USER'],
                             server_secret: SERVER_SECRET, effective_time_in_seconds: 3600,
                             payload: payload, mode: :gcm)
    content_type :json
    cache_control :no_store
    JSON.generate({ token: token })
  rescue Token04::InvalidArgumentError => e
    halt 400, e.message
  end
end

if $PROGRAM_NAME == __FILE__
  require 'rack/handler/webrick'

  options = { Host: '127.0.0.1', Port: Integer(ENV.fetch('PORT', '8080')),
              AccessLog: [], Logger: WEBrick::Log.new(File::NULL) }
  Rack::Handler::WEBrick.run(TokenServer, **options) do |server|
    puts "listening on http://127.0.0.1:#{server.listeners.first.addr[1]}"
    $stdout.flush
    trap(:TERM) { server.shutdown }
  end
end
