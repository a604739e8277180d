'use strict';

window.SwaggerUIBundle({
  url: '/openapi.yaml',
  domNode: document.getElementById('swagger-ui'),
  deepLinking: true,
  // No answer of another site: the page's policy would not let it through either.
  validatorUrl: null,
});
