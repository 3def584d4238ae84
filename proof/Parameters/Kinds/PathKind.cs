using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>
/// Objects in S3: <c>s3://BUCKET/</c> for a whole bucket, <c>s3://BUCKET/FOLDER/</c> for what is under a folder,
/// <c>s3://BUCKET/BEGINNING*</c> for every key that begins so.
/// </summary>
internal sealed class PathKind : ParameterKind
{
    public override string Word => "path";

    public override string Expected =>
        "a path in S3: s3://BUCKET/ for a whole bucket, s3://BUCKET/FOLDER/ for a folder, s3://BUCKET/BEGINNING* for keys that begin so";

    public override string Sample => "s3://data/train/";

    public override string Pattern => $@"s3://[a-z0-9._{{}} -]+/{Plain}*\*?";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("bucket") { Strangers = (value, _) => S3Path.Parse(value) is { } path ? OtherBuckets(path) : [] },
        new("folder")
        {
            Strangers = (value, _) => S3Path.Parse(value) is { Prefix: { Length: > 0 } prefix } path ? OtherFolders(path, prefix) : [],
        },
    ];

    public override string? Fill(string value, Place place, string? part) => S3Path.Parse(value)!.Write(place, part);

    public override ResourceUse? UseOf(AccessRequest request) => request.Action switch
    {
        "s3:GetObject" => new(S3Path.Of(request.On), "reads"),
        "s3:PutObject" => new(S3Path.Of(request.On), "writes"),
        "s3:DeleteObject" => new(S3Path.Of(request.On), "deletes"),
        "s3:PutObjectTagging" => new(S3Path.Of(request.On), "tags"),
        "s3:PutObjectAcl" => new(S3Path.Of(request.On), "shares"),
        "s3:CreateBucket" => new($"{S3Path.Of(request.On)}/", "creates"),
        _ => null,
    };

    private static IEnumerable<string> OtherBuckets(S3Path path) =>
        from bucket in Nearest.Of(path.Bucket).Append("someone-elses-bucket").Append($"{path.Bucket}-backup")
        select $"{path with { Bucket = bucket }}";

    // The folder above, and the bucket without a word of a folder, are among them.
    private static IEnumerable<string> OtherFolders(S3Path path, string prefix) =>
        OtherPrefixes(prefix).Append("someone-elses/").Append(null).Select(other => $"{path with { Prefix = other }}");

    private static IEnumerable<string?> OtherPrefixes(string prefix) => prefix[^1] switch
    {
        '/' => Nearest.OfFolderOrName(prefix).Append($"{prefix[..^1]}-backup/"),
        '*' => Nearest.OfBeginning(prefix, prefix.Length - 1),
        _ => Nearest.Of(prefix),
    };
}
