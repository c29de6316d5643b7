package cn.baosong.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** The interface's own JSON, whatever mapper the record or the routes use. */
@Configuration
class WebJson {
  @Bean
  MappingJackson2HttpMessageConverter webJsonConverter() {
    return new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json().build());
  }
}
