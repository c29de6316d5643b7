package cn.baosong.reader.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.Locale;

/** JSON Schema 2020-12 with format assertions on, and nothing fetched from anywhere. */
final class Schemas {
  private static final JsonSchemaFactory BUNDLED =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final JsonSchemaFactory CLOSED =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder ->
              builder
                  .metaSchema(withLayout())
                  .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .locale(Locale.SIMPLIFIED_CHINESE)
          .errorMessageKeyword("errorMessage")
          .build();

  private Schemas() {}

  /** Knows how a form stands on paper for a word that validates nothing. */
  private static JsonMetaSchema withLayout() {
    return JsonMetaSchema.builder(JsonMetaSchema.getV202012())
        .keyword(new NonValidationKeyword(LayoutReader.KEY))
        .build();
  }

  static JsonSchema of(JsonNode schema) {
    return CLOSED.getSchema(schema, CONFIG);
  }

  /** The schema of schemas. */
  static JsonSchema meta() {
    return BUNDLED.getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG);
  }
}
