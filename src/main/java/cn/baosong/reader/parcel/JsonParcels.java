package cn.baosong.reader.parcel;

import cn.baosong.core.submission.StatedParcel;
import cn.baosong.desk.ParcelFiles;
import cn.baosong.json.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The mail room's JSON files. A key that nothing reads is one that was misspelt, and a second
 * person's confirmation is given by that person and not by a file.
 */
public final class JsonParcels implements ParcelFiles {
  private static final long MOST_BYTES = 1L << 20;
  private static final int MOST_PEOPLE = 1000;

  private static final ObjectReader JSON =
      Json.mapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .readerFor(PaperFile.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Override
  public Read read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      return fault("文件超过 1 MB。");
    }
    try {
      PaperFile stated = JSON.readValue(Files.readAllBytes(file));
      return stated == null ? fault("文件是空的。") : sound(stated);
    } catch (UnrecognizedPropertyException strange) {
      return fault("不认识的键：" + place(strange) + "。");
    } catch (JsonProcessingException wrong) {
      return fault("读不出，请看 " + place(wrong) + "。");
    } catch (IllegalArgumentException nonsense) {
      return fault("有写法不对的内容。");
    }
  }

  private static Read sound(PaperFile stated) {
    List<String> missing = new ArrayList<>();
    stated.check("", missing);
    if (stated.cover().isBlank()) {
      stated.call().filter(c -> !c.isBlank()).ifPresentOrElse(c -> {}, () -> missing.add("call"));
      stated.unit().filter(u -> !u.isBlank()).ifPresentOrElse(u -> {}, () -> missing.add("unit"));
    }
    if (stated.candidates().size() > MOST_PEOPLE) {
      missing.add("candidates（超过 " + MOST_PEOPLE + " 人）");
    }
    if (stated.parcel().flatMap(PaperFile.Parcel::confirmedBy).isPresent()) {
      missing.add("parcel.confirmedBy（复核由第二人登录后确认，不写在文件里）");
    }
    return missing.isEmpty()
        ? new Read(Optional.of(said(stated)), "")
        : fault("缺少或写错的键：" + String.join("、", missing) + "。");
  }

  private static Said said(PaperFile stated) {
    PaperFile.Parcel parcel = stated.parcel().orElseThrow();
    StatedParcel cover = parcel.cover();
    return new Said(
        stated.call().orElse(""),
        stated.unit().orElse(""),
        stated.cover().strip(),
        parcel.channel().orElseGet(cover::channel),
        cover,
        parcel.received().orElseThrow(),
        parcel.by(),
        stated.candidates().stream().map(PaperFile.Person::entry).toList());
  }

  private static Read fault(String why) {
    return new Read(Optional.empty(), why);
  }

  /** The property concerned, or the line where the text is no JSON at all. */
  private static String place(JsonProcessingException wrong) {
    String path =
        wrong instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    return path.isEmpty() && wrong.getLocation() != null
        ? "第 " + wrong.getLocation().getLineNr() + " 行"
        : path;
  }
}
