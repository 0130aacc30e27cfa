"""What a build made, checked and printed: report.json for programs, proof.html for people."""
