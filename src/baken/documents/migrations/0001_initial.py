import baken.foundation.clock
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='IssuedDocument',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('dossier', models.BigIntegerField(db_index=True, verbose_name='dossier')),
                ('kind', models.CharField(max_length=20, verbose_name='soort document')),
                ('fact_label', models.CharField(max_length=80, verbose_name='soort feit')),
                ('fact', models.BigIntegerField(verbose_name='feit')),
                ('issuer', models.CharField(blank=True, default='', max_length=300, verbose_name='uitgereikt door')),
                ('day', models.DateField(verbose_name='datum')),
                ('until', models.DateField(blank=True, null=True, verbose_name='geldig tot')),
                ('code', models.CharField(max_length=30, unique=True, verbose_name='controlecode')),
                ('language', models.CharField(max_length=3, verbose_name='taal ernaast')),
                ('digest', models.CharField(max_length=64, verbose_name='zegel')),
                ('made_at', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='gemaakt op')),
                ('made_by', models.CharField(max_length=120, verbose_name='gemaakt door')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documenten',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('document', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, serialize=False, to='documents.issueddocument', verbose_name='document')),
                ('body', models.BinaryField(verbose_name='PDF')),
            ],
            options={
                'verbose_name': 'papier',
                'verbose_name_plural': 'papieren',
                'default_permissions': (),
            },
        ),
    ]
