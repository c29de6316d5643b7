package cn.baosong.web.page;

import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Parts of pages that are the same for all who may see the same. They are drawn without a request:
 * no person, log-in or token is within a template's reach, so none gets into what others are shown.
 */
@Component
public final class SharedParts {
  private final SpringTemplateEngine engine;
  private final ApplicationContext office;

  SharedParts(SpringTemplateEngine engine, ApplicationContext office) {
    engine.setLinkBuilder(new Links());
    this.engine = engine;
    this.office = office;
  }

  /**
   * In the language of whoever asks.
   *
   * @param shown everything that the template may know of
   */
  public String draw(String template, String fragment, Map<String, Object> shown) {
    Context context = new Context(LocaleContextHolder.getLocale(), shown);
    context.setVariable(
        ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
        new ThymeleafEvaluationContext(office, null));
    return engine.process(template, Set.of(fragment), context);
  }
}
