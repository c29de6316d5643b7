package cn.baosong.camel.server;

import java.io.InputStream;

/**
 * A file on its way in.
 *
 * @param bytes read as the archive asks for them
 */
record Brought(ServerFile file, ServerFolder.Stamp stamp, InputStream bytes) {}
