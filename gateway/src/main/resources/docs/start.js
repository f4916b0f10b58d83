"use strict";

window.addEventListener("load", () => {
  window.SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#api",
    deepLinking: true,
    // Nothing is fetched from or sent to anybody but this host.
    validatorUrl: null,
    supportedSubmitMethods: ["get", "put", "post", "delete", "patch", "head", "options"],
  });
});
