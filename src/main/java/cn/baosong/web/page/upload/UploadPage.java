package cn.baosong.web.page.upload;

import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.IntakeClosed;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.Units;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.Handover;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 递交材料: somebody of the office hands in what was brought; it enters as from a program. */
@Controller
class UploadPage {
  private static final Logger LOG = LoggerFactory.getLogger(UploadPage.class);
  private static final String PART = "files";

  private final Handover handover;
  private final Submissions submissions;
  private final Units units;
  private final WebOffice office;

  UploadPage(Handover handover, Submissions submissions, Units units, WebOffice office) {
    this.handover = handover;
    this.submissions = submissions;
    this.units = units;
    this.office = office;
  }

  @GetMapping("/upload")
  String form(@ModelAttribute("typed") UploadForm typed, Model model) {
    return shown(Map.of(), model);
  }

  @PostMapping("/upload")
  String receive(
      MultipartHttpServletRequest request,
      @ModelAttribute("typed") UploadForm typed,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      RedirectAttributes told) {
    Map<String, String> faults = new LinkedHashMap<>();
    Handover.Manner manner = typed.read(units, office, faults);
    try {
      handover.requireRoom();
      List<MultipartFile> files =
          request.getFiles(PART).stream().filter(file -> !file.isEmpty()).toList();
      if (files.isEmpty()) {
        faults.put(PART, "upload.wrong.nothing");
      }
      if (!faults.isEmpty()) {
        return shown(faults, model);
      }
      told(handover.take(request, files, manner), viewer, told);
      return "redirect:/upload";
    } catch (IntakeClosed closed) {
      return shown(Map.of(PART, "upload.wrong.closed"), model);
    } catch (MultipartException broken) {
      return shown(Map.of(PART, "upload.wrong.broken"), model);
    } catch (IOException disk) {
      LOG.error("An upload could not be stored", disk);
      return shown(Map.of(PART, "upload.wrong.disk"), model);
    }
  }

  private void told(SubmissionNumber number, Viewer viewer, RedirectAttributes told) {
    told.addFlashAttribute("received", number.value());
    if (viewer.is(Role.CLERK)) {
      submissions
          .find(number)
          .ifPresent(found -> told.addFlashAttribute("receivedId", found.publicId()));
    }
  }

  private static String shown(Map<String, String> faults, Model model) {
    model.addAttribute("faults", faults);
    return "upload";
  }
}
