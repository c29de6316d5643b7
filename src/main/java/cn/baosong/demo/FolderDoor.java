package cn.baosong.demo;

import cn.baosong.core.submission.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The watched folder: written under another name, then renamed. */
public final class FolderDoor implements Door {
  private final Path inbox;

  public FolderDoor(Path inbox) {
    this.inbox = inbox;
  }

  @Override
  public Digest bring(Scene scene) throws IOException {
    Path part = inbox.resolve(scene.file() + ".part");
    Digest digest;
    try (OutputStream file = Files.newOutputStream(part)) {
      digest = Hashing.of(file, scene.contents());
    }
    Files.move(part, inbox.resolve(scene.file()), StandardCopyOption.ATOMIC_MOVE);
    return digest;
  }
}
