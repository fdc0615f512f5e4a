"""What people write, whatever container it comes in: PDF, Word, HTML, Markdown and text as lines."""
