package cn.baosong;

import cn.baosong.settings.BaosongSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The intake office (报送). */
@SpringBootApplication
@EnableConfigurationProperties(BaosongSettings.class)
public class Baosong {

  public static void main(String[] arguments) {
    SpringApplication.run(Baosong.class, arguments);
  }
}
