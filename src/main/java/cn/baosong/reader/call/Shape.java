package cn.baosong.reader.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The schemas that {@code call.yaml} and {@code cases.yaml} must satisfy. */
final class Shape {
  static final Shape CALL = new Shape("call.schema.json");
  static final Shape CASES = new Shape("cases.schema.json");
  static final Shape SETTLEMENTS = new Shape("settlements.schema.json");

  private final JsonSchema schema;

  private Shape(String resource) {
    try (InputStream in = Shape.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      this.schema = Schemas.of(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(Source source, Faults faults) {
    schema
        .validate(source.root())
        .forEach(
            message -> {
              Violation violation = new Violation(message);
              faults.add(source, violation.pointer(), violation.zh(), violation.en());
            });
  }
}
