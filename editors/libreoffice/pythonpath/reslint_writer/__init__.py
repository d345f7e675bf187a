"""reslint inside LibreOffice Writer: the document that is open is read as a draft, judged, and changed."""
