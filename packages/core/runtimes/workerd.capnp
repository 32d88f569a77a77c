using Workerd = import "/workerd/workerd.capnp";

# Without nodejs_compat: the web entry has to do without Node.js.
const config :Workerd.Config = (
  services = [(
    name = "suite",
    worker = (
      modules = [(name = "suite.mjs", esModule = embed "dist/workerd.mjs")],
      compatibilityDate = "2026-11-17",
    ),
  )],
);
