from pathlib import Path

import pytest

from milkit.records import place

MOUNTS = r"""/dev/sda2 / ext4 rw 0 0
/dev/sda3 /home ext4 rw 0 0
server:/homes /home/guru nfs4 rw 0 0
//school/share /mnt/school\040share cifs rw 0 0
/dev/sdb1 /media/guru/MILKIT vfat rw,flush 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/siti/.local/share/milkit", "ext4"),
        ("/home/guru/.local/share/milkit", "nfs4"),
        ("/home/guru2/data", "ext4"),
        ("/mnt/school share/data", "cifs"),
        ("/media/guru/MILKIT/milkit-data", "vfat"),
        ("/", "ext4"),
    ],
)
def test_the_file_system_of_a_folder(folder, kind):
    assert place.kind_of_mount(Path(folder), MOUNTS) == kind


def test_this_folder_is_at_home(tmp_path):
    assert not place.away(tmp_path)
