package cn.baosong.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the machine interface describes itself at {@code /v3/api-docs}. */
@Configuration
class InterfaceDescription {
  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("报送 Baosong")
                .version("v1")
                .description(
                    "Intake of recommended candidates. Errors are RFC 9457 problem details; lists"
                        + " are {items, next} with limit, cursor and filters by field name; times"
                        + " are ISO 8601 with offset."))
        .components(
            new Components()
                .addSecuritySchemes("basic", scheme("basic"))
                .addSecuritySchemes("bearer", scheme("bearer")))
        .addSecurityItem(new SecurityRequirement().addList("basic"))
        .addSecurityItem(new SecurityRequirement().addList("bearer"));
  }

  private static SecurityScheme scheme(String name) {
    return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
  }
}
