using Workerd = import "/workerd/workerd.capnp";

# cloudflare-worker/wrangler.jsonc for a test. Without nodejs_compat. workerd itself has no rate
# limits: the second service stands in for Cloudflare's.
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "rate-limits", worker = .rateLimits),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "dist/worker.js")],
  compatibilityDate = "2026-11-17",
  bindings = [
    (name = "ZEGO_APP_ID", fromEnvironment = "ZEGO_APP_ID"),
    (name = "ZEGO_SERVER_SECRET", fromEnvironment = "ZEGO_SERVER_SECRET"),
    (name = "TOKEN_RATE_LIMIT", service = (name = "rate-limits", entrypoint = "RateLimit")),
  ],
);

const rateLimits :Workerd.Worker = (
  modules = [(name = "rate-limits.js", esModule = embed "rate-limits.js")],
  compatibilityDate = "2026-11-17",
);
