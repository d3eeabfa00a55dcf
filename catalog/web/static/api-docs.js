// The documentation of the API: Swagger UI on the description that this server gives of itself.
const place = document.getElementById("api-docs");
window.SwaggerUIBundle({
  url: place.dataset.description,
  domNode: place,
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: ["get"],
});
