package cn.baosong.routes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A route, a poll and a Kamelet as they should be, for a test to spoil in one place. */
final class Samples {
  static final String ROUTE =
      """
      - route:
          id: receive
          description: Receives what a unit sends.
          from:
            uri: direct
            parameters:
              name: receive
            steps:
              - choice:
                  when:
                    - simple: "${variable.unit} == 'known'"
                      steps:
                        - to:
                            uri: direct
                            parameters:
                              name: register
                  otherwise:
                    steps:
                      - bean:
                          ref: desk
                          method: refer
              - split:
                  simple: "${body}"
                  steps:
                    - bean:
                        ref: desk
                        method: file
      """;

  static final String POLL =
      """
      - route:
          id: open
          description: Opens what waits.
          from:
            uri: sql
            parameters:
              query: "update submission set lease_until = current_timestamp where id in (select id from submission fetch first 4 rows only) returning id"
              maxMessagesPerPoll: 4
              onConsumeFailed: "RAW(update submission set tries = tries + 1 where id = :#id)"
              delay: "{{baosong.pause}}"
            steps:
              - to:
                  uri: direct
                  parameters:
                    name: receive
      """;

  static final String KAMELET =
      """
      apiVersion: camel.apache.org/v1
      kind: Kamelet
      metadata:
        name: office-folder
      spec:
        definition:
          title: Office folder
          description: A watched folder made safe.
          type: object
          properties:
            folder:
              title: Folder
              type: string
        template:
          from:
            uri: file
            parameters:
              directoryName: "{{folder}}/.claimed"
            steps:
              - to:
                  uri: kamelet:sink
      """;

  static final String CONFIGURATION =
      """
      - routeConfiguration:
          id: faults
          description: What every route does with a fault.
          onException:
            - onException:
                exception:
                  - java.io.IOException
                handled:
                  constant: "false"
      """;

  private Samples() {}

  static RouteFile route(String text) {
    return RouteFile.of("receive.camel.yaml", text);
  }

  static RouteFile poll(String text) {
    return RouteFile.of("open.camel.yaml", text);
  }

  static RouteFile kamelet(String text) {
    return RouteFile.of("office-folder.kamelet.yaml", text);
  }

  static RouteFile configuration(String text) {
    return RouteFile.of("faults.camel.yaml", text);
  }

  /** Replaces once, and insists that there was something to replace. */
  static String spoil(String text, String words, String others) {
    if (!text.contains(words)) {
      throw new IllegalArgumentException("the sample does not say " + words);
    }
    return text.replaceFirst(Pattern.quote(words), Matcher.quoteReplacement(others));
  }
}
