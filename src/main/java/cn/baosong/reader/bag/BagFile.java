package cn.baosong.reader.bag;

import java.nio.file.Path;

/**
 * A file that goes into a bag.
 *
 * @param path within the payload, '/' between folders
 * @param content where its bytes lie
 */
record BagFile(String path, Path content) {}
