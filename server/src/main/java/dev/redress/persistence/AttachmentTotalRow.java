package dev.redress.persistence;

/** How many notes and pieces of evidence a dispute has, and how many bytes these. */
record AttachmentTotalRow(int notes, int evidence, int bytes) {}
