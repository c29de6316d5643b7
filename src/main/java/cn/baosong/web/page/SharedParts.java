package cn.baosong.web.page;

import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
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
    engine.setLinkBuilder(new OfficeLinks());
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

  /** The office stands at the root of its address and keeps log-ins in cookies alone. */
  private static final class OfficeLinks extends StandardLinkBuilder {
    @Override
    protected String computeContextPath(
        IExpressionContext context, String base, Map<String, Object> parameters) {
      return context instanceof IWebContext
          ? super.computeContextPath(context, base, parameters)
          : "";
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
      return context instanceof IWebContext ? super.processLink(context, link) : link;
    }
  }
}
