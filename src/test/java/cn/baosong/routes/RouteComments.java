package cn.baosong.routes;

import java.io.StringReader;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.events.CommentEvent;

/** Kaoto deletes comments when it saves; an explanation belongs into a description or note. */
final class RouteComments {
  private RouteComments() {}

  static Stream<String> faults(RouteFile file) {
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(true);
    return StreamSupport.stream(
            new Yaml(options).parse(new StringReader(file.text())).spliterator(), false)
        .filter(CommentEvent.class::isInstance)
        .map(CommentEvent.class::cast)
        .filter(comment -> comment.getCommentType() != CommentType.BLANK_LINE)
        .map(comment -> "has the comment '#" + comment.getValue() + "'");
  }
}
