package cn.baosong.web.page;

import cn.baosong.web.ApiPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Chinese first, whatever the browser prefers; {@code ?lang=en} switches and is remembered. The
 * words that all pages share are in {@code messages}, those of one page in {@code text/<page>}.
 */
@Configuration
class PageLanguage implements WebMvcConfigurer {
  private static final String ENGLISH = "_en.properties";
  private static final List<Locale> KNOWN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  @Bean
  MessageSource messageSource() throws IOException {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages");
    for (Resource text :
        new PathMatchingResourcePatternResolver().getResources("classpath:text/*" + ENGLISH)) {
      String name = Objects.requireNonNull(text.getFilename());
      messages.addBasenames("text/" + name.substring(0, name.length() - ENGLISH.length()));
    }
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
    resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change =
        new LocaleChangeInterceptor() {
          @Override
          protected Locale parseLocaleValue(String written) {
            return KNOWN.stream()
                .filter(known -> known.getLanguage().equals(written))
                .findFirst()
                .orElse(Locale.SIMPLIFIED_CHINESE);
          }
        };
    change.setParamName("lang");
    registry.addInterceptor(change).excludePathPatterns(ApiPath.PATTERNS);
  }
}
