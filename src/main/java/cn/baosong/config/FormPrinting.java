package cn.baosong.config;

import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.desk.FormDesk;
import cn.baosong.print.PdfForm;
import cn.baosong.reader.data.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Prints registration forms, in the office and on the command line. */
@Configuration(proxyBeanMethods = false)
public class FormPrinting {
  @Bean
  FormDesk formDesk(ReferenceData data) {
    return desk(new FieldDifferences(data.characterVariants()));
  }

  /** The desk by itself, for a command. */
  public static FormDesk desk(FieldDifferences differences) {
    return new FormDesk(new PdfForm(), differences);
  }
}
