package cn.baosong;

import cn.baosong.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The intake office (报送). */
@SpringBootApplication
public class Baosong {

  /** Without a subcommand the office starts. */
  public static void main(String[] arguments) {
    int status = Commands.run(arguments, left -> SpringApplication.run(Baosong.class, left));
    if (status != 0) {
      System.exit(status);
    }
  }
}
