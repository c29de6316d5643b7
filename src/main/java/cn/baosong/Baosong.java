package cn.baosong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The intake office (报送). */
@SpringBootApplication
public class Baosong {

  public static void main(String[] arguments) {
    SpringApplication.run(Baosong.class, arguments);
  }
}
