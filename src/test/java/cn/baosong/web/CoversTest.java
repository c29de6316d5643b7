package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.core.submission.PageMark;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.Covers;
import cn.baosong.desk.MalwareScanner;
import cn.baosong.desk.ScanDesk;
import cn.baosong.desk.Scans;
import cn.baosong.desk.Strays;
import cn.baosong.reader.scan.Photos;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** Photos of covers, for the person who looks at a postmark. */
class CoversTest extends OpenOffice {
  private static final String PARCEL =
      """
      {"call": "sx-bqw-2020", "unit": "11999999MB00000015",
       "parcel": {"channel": "post", "carrier": "EMS", "item": "1234 5678 90123",
        "postmarkLegible": false, "received": "2020-04-08T10:15:00+08:00"},
       "candidates": [{"identity": "999999199001010010", "name": "张三1", "copies": {"登记表": 2}}]}
      """;

  @Autowired Covers covers;
  @Autowired Strays strays;
  @Autowired CoverDesk desk;
  @Autowired ScanDesk others;
  @Autowired Scans scans;
  @Autowired PlayedOffice.PlayedScanner scanner;

  @Test
  void showsThePhotoWithItsParcelAndItsDossier() throws Exception {
    delivered(1);
    String dossier = filed(1, 1, DossierState.IN_REVIEW).publicId();
    String number = registered();
    mvc.perform(
            multipart("/paper/" + number + "/covers")
                .file(photo(Photos.jpeg(400, 300)))
                .with(csrf())
                .with(signedIn(Role.MAIL_ROOM)))
        .andExpect(redirectedUrl("/paper/" + number));

    asks(Role.AUDITOR, "/paper/" + number + "/covers")
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].type").value("image/jpeg"));
    String id = covers.of(new PaperNumber(number)).get(0).id();
    mvc.perform(get("/paper/" + number).with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("/paper/covers/" + id)))
        .andExpect(content().string(containsString("没有能辨认的邮戳")));
    mvc.perform(get("/dossiers/" + dossier).with(signedIn(Role.CLERK)))
        .andExpect(content().string(containsString("/paper/covers/" + id)));
    mvc.perform(get("/paper/covers/" + id).with(signedIn(Role.CLERK)))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "image/jpeg"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(content().bytes(Photos.jpeg(400, 300)));
    assertThat(events("MATERIAL_READ")).isEqualTo(1);
    assertThat(events("COVER_TAKEN")).isEqualTo(1);
  }

  @Test
  void findsTheParcelOfAPhotoByTheItemNumberInItsName() throws Exception {
    Cover early = taken("封面-1234567890123.png", Photos.png(300, 200));
    assertThat(covers.waiting(10)).containsExactly(early);

    String number = registered();
    assertThat(covers.waiting(10)).isEmpty();
    assertThat(covers.of(new PaperNumber(number))).containsExactly(early);
  }

  @Test
  void beginsAParcelWithItsPhotoAndFillsInWhatTheCoverSheetSays() throws Exception {
    String next =
        mvc.perform(
                multipart("/paper/covers")
                    .file(photo(Photos.coded("BSF1/SX-BQW-2020/11999999MB00000015/-")))
                    .with(csrf())
                    .with(signedIn(Role.MAIL_ROOM)))
            .andExpect(redirectedUrlPattern("/paper/new?cover=*"))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    mvc.perform(get(Optional.ofNullable(next).orElseThrow()).with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("value=\"11999999MB00000015\"")))
        .andExpect(content().string(containsString("封面码已读出")));
  }

  /** Its photo is all that tells whose it is; it must not wait as that of another parcel. */
  @Test
  void keepsThePhotoWithAParcelThatNobodyAnnounced() throws Exception {
    Cover cover = taken("IMG_1.png", Photos.png(300, 200));
    mvc.perform(
            post("/paper/new")
                .param("act", "stray")
                .param("cover", cover.id())
                .param("received", "2020-03-31 17:05")
                .param("illegible", "1")
                .param("words", "内有推荐材料")
                .with(csrf())
                .with(signedIn(Role.MAIL_ROOM)))
        .andExpect(redirectedUrl("/paper"));
    assertThat(covers.waiting(10)).isEmpty();
    PaperNumber number = strays.waiting(10).get(0).number();
    assertThat(covers.of(number)).extracting(Cover::id).containsExactly(cover.id());
    mvc.perform(get("/paper/new?stray=" + number.value()).with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("/paper/covers/" + cover.id())));
  }

  @Test
  void keepsNothingThatIsNoPhotoOrSaysItIsBeyondMeasure() throws Exception {
    String number = registered();
    for (byte[] bad :
        new byte[][] {
          "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
          Photos.bomb(50_000, 50_000)
        }) {
      mvc.perform(
              multipart("/paper/" + number + "/covers")
                  .file(photo(bad))
                  .with(csrf())
                  .with(signedIn(Role.MAIL_ROOM)))
          .andExpect(flash().attributeExists("refused"));
    }
    mvc.perform(
            multipart("/api/v1/paper/" + number + "/covers")
                .file(photo(Photos.bomb(50_000, 50_000)))
                .with(as(Role.MAIL_ROOM)))
        .andExpect(status().isBadRequest());
    assertThat(covers.of(new PaperNumber(number))).isEmpty();
    assertThat(events("COVER_TAKEN")).isZero();
  }

  @Test
  void readsTheCoverSheetThatTheOfficeItselfPrinted() throws Exception {
    byte[] pdf =
        mvc.perform(
                get("/paper/cover-sheet.pdf?call=sx-bqw-2020&unit=11999999MB00000015")
                    .with(signedIn(Role.MAIL_ROOM)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    try (PDDocument sheet = Loader.loadPDF(pdf)) {
      ImageIO.write(new PDFRenderer(sheet).renderImageWithDPI(0, 150), "png", photo);
    }
    assertThat(taken("拍的.png", photo.toByteArray()).code().orElseThrow().text())
        .isEqualTo("BSF1/SX-BQW-2020/11999999MB00000015/-");
  }

  @Test
  void takesFromTheFolderWhatItsNameOrTheCodeOnItSaysIsACover() throws IOException {
    String code = "BSF1/SX-BQW-2020/11999999MB00000015/-";
    laid("封面-1234567890123.jpg", Photos.jpeg(401, 300));
    laid("IMG_0007.jpg", Photos.coded(code));
    assertThat(covers.waiting(10))
        .extracting(cover -> cover.item() + cover.code().map(CoverCode::text).orElse(""))
        .containsExactlyInAnyOrder("1234567890123", code);

    laid("登记表.jpg", Photos.jpeg(402, 300));
    laid("cover.pdf", code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    laid("封面-机密★.jpg", Photos.jpeg(403, 300));
    laid(
        "form.jpg",
        Photos.coded(
            new PageMark(People.CALL, "RX-2020-0001", 1, 1, "A".repeat(PageMark.DIGEST), List.of())
                .text()));
    assertThat(covers.waiting(10)).hasSize(2);
    assertThat(scans.waiting(10))
        .extracting(scan -> scan.file().name())
        .contains("登记表.jpg", "cover.pdf", "form.jpg")
        .hasSize(4);
  }

  @Test
  void keepsNoPhotoThatTheMalwareScannerDoesNotPass() throws Exception {
    String number = registered();
    for (MalwareScanner.Verdict.Kind kind :
        List.of(
            MalwareScanner.Verdict.Kind.INFECTED,
            MalwareScanner.Verdict.Kind.TOO_LARGE,
            MalwareScanner.Verdict.Kind.UNANSWERED)) {
      scanner.says = kind;
      mvc.perform(
              multipart("/paper/" + number + "/covers")
                  .file(photo(Photos.jpeg(404, 300)))
                  .with(csrf())
                  .with(signedIn(Role.MAIL_ROOM)))
          .andExpect(flash().attributeExists("refused"));
    }
    assertThat(covers.of(new PaperNumber(number))).isEmpty();
  }

  @AfterEach
  void asBefore() {
    scanner.says = MalwareScanner.Verdict.Kind.CLEAN;
  }

  private void laid(String name, byte[] file) throws IOException {
    desk.takeFromFolder(name, new ByteArrayInputStream(file), others);
  }

  @Test
  void letsNobodyOfADepartmentSeeTheAddressOnACover() throws Exception {
    Cover cover = taken("封面.png", Photos.png(300, 200));
    mvc.perform(get("/paper/covers/" + cover.id()).with(signedIn(Role.OFFICER)))
        .andExpect(status().is4xxClientError());
    delivered(1);
    String dossier = filed(1, 1, DossierState.ACCEPTED).publicId();
    registered();
    mvc.perform(get("/dossiers/" + dossier).with(signedIn(Role.OFFICER)))
        .andExpect(content().string(not(containsString("/paper/covers/"))));
  }

  private Cover taken(String name, byte[] photo) throws IOException {
    return desk.take(name, new ByteArrayInputStream(photo), Optional.empty(), "mail_room");
  }

  private String registered() throws Exception {
    return JsonPath.read(
        posts(Role.MAIL_ROOM, "/paper", PARCEL)
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString(),
        "$.number");
  }

  private static MockMultipartFile photo(byte[] bytes) {
    return new MockMultipartFile("photo", "IMG_0001.jpg", "image/jpeg", bytes);
  }
}
