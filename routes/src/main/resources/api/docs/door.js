"use strict";
// The description of this very gateway; tokens stay in this page and are gone when it is closed.
SwaggerUIBundle({
  url: "../openapi.json",
  dom_id: "#door",
  deepLinking: true,
  persistAuthorization: false,
  validatorUrl: null,
});
